//! The README tells the truth: its key table is the command table, its commands run.

use pretty_assertions::assert_eq;
use std::path::Path;
use std::process::Command;

const START: &str =
    "<!-- keys: made from the command table; UPDATE_DOCS=1 cargo test docs writes it anew -->\n";
const END: &str = "<!-- end of keys -->\n";

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn the_readmes_key_table_is_the_command_table() {
    let page = readme();
    let (before, rest) = page.split_once(START).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    let expected = format!("\n{}\n", bluf::app::command::markdown().trim());
    let expected = format!("{expected}\n");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        std::fs::write(path, format!("{before}{START}{expected}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(table, expected);
}

/// The commands of the README's shell blocks, comments cut off.
fn commands(page: &str) -> Vec<String> {
    let blocks = page.split("```sh\n").skip(1).filter_map(|b| b.split_once("```"));
    let lines = blocks.flat_map(|(block, _)| block.lines());
    lines.map(|l| l.split(" #").next().unwrap().trim().to_owned()).collect()
}

#[test]
fn the_readmes_commands_run() {
    let folder = tempfile::tempdir().unwrap();
    let reports = folder.path().join("reports");
    std::fs::create_dir(&reports).unwrap();
    let text =
        "On 3 May 2019, Kenya and Uganda signed a border agreement. It cost 3 million dollars.";
    std::fs::write(reports.join("a.txt"), text).unwrap();
    let tea = "# Tea\n\nKenya exported 500 tonnes of tea in 2019. Kenya exported 600 tonnes of tea in 2020.\n\n\
               ## Warning signs\n\n- Closure of the tea auctions\n- Troops at the border\n\n\
               | Port | Ships |\n| --- | --- |\n| Lamu | 4 |\n| Mombasa | 9 |\n";
    std::fs::write(reports.join("tea.md"), tea).unwrap();
    let twelfth = format!("{}{text}\n", "A line.\n".repeat(11));
    std::fs::write(folder.path().join("report.txt"), twelfth).unwrap();
    let page = readme();
    let asked: Vec<String> = commands(&page)
        .into_iter()
        .filter(|c| c.starts_with("bluf ") || c.contains("| bluf"))
        .collect();
    assert!(asked.len() > 5, "{asked:?}");
    for command in asked {
        let run = command.replace("bluf ", concat!(env!("CARGO_BIN_EXE_bluf"), " "));
        let done =
            Command::new("sh").arg("-c").arg(&run).current_dir(folder.path()).output().unwrap();
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
        assert!(!done.stdout.is_empty(), "{command} printed nothing");
    }
}
