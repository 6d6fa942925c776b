//! Reads the sources' own imports: which file names which, tests left out, re-exports seen through.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

/// A module by its path in the crate: `text::span`; `lib` is the empty path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Module(Vec<String>);

impl Module {
    /// The top-level room it belongs to.
    pub fn room(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }

    fn parent(&self) -> Self {
        Self(self.0[..self.0.len().saturating_sub(1)].to_vec())
    }
}

impl fmt::Display for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&if self.0.is_empty() { "lib".to_owned() } else { self.0.join("::") })
    }
}

/// One source file.
pub struct File {
    pub module: Module,
    pub path: PathBuf,
    pub text: String,
    /// Lines before the file's tests.
    pub lines: usize,
    paths: Vec<Vec<String>>,
    /// What it only passes on: name → where from.
    exports: BTreeMap<String, Vec<String>>,
}

/// All files with their imports.
pub struct House {
    files: BTreeMap<Module, File>,
}

impl House {
    /// Reads `src/`.
    pub fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut found = Vec::new();
        collect(&root, &mut found);
        let files = found.iter().map(|path| read(&root, path));
        Self { files: files.map(|f| (f.module.clone(), f)).collect() }
    }

    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }

    /// Pairs of (file, file it imports), each once.
    pub fn imports(&self) -> BTreeSet<(Module, Module)> {
        let mut pairs = BTreeSet::new();
        for file in self.files() {
            for path in &file.paths {
                let Some(target) = self.resolve(&file.module, path, 0) else { continue };
                if target != file.module {
                    pairs.insert((file.module.clone(), target));
                }
            }
        }
        pairs
    }

    /// The file that defines what a path names, seen through re-exports.
    fn resolve(&self, from: &Module, path: &[String], depth: u8) -> Option<Module> {
        let mut at = match path.first()?.as_str() {
            "crate" | "bluf" => Vec::new(),
            "self" => from.0.clone(),
            "super" => from.parent().0,
            child => {
                let mut inside = from.0.clone();
                inside.push(child.to_owned());
                self.files.contains_key(&Module(inside.clone())).then_some(inside)?
            }
        };
        let mut rest = path.get(1..)?.iter().peekable();
        while rest.peek().is_some_and(|s| *s == "super") {
            at.pop();
            rest.next();
        }
        while let Some(next) = rest.peek() {
            at.push((*next).clone());
            if !self.files.contains_key(&Module(at.clone())) {
                at.pop();
                break;
            }
            rest.next();
        }
        let module = Module(at);
        let exported = rest.peek().and_then(|name| self.files.get(&module)?.exports.get(*name));
        match exported {
            Some(onward) if depth < 8 => self.resolve(&module, onward, depth + 1).or(Some(module)),
            _ => self.files.contains_key(&module).then_some(module),
        }
    }

    /// The circles, each as one line.
    pub fn circles(&self) -> Vec<String> {
        let mut next: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        for (from, to) in self.imports() {
            next.entry(from).or_default().insert(to);
        }
        let reach = |from: &Module| {
            let mut seen = BTreeSet::new();
            let mut open: Vec<&Module> = next.get(from).into_iter().flatten().collect();
            while let Some(module) = open.pop() {
                if seen.insert(module.clone()) {
                    open.extend(next.get(module).into_iter().flatten());
                }
            }
            seen
        };
        let reached: BTreeMap<&Module, BTreeSet<Module>> =
            self.files.keys().map(|m| (m, reach(m))).collect();
        let mut circles = BTreeSet::new();
        for (module, seen) in &reached {
            let both = |m: &&Module| reached[*m].contains(module);
            let circle: Vec<String> = seen.iter().filter(both).map(ToString::to_string).collect();
            if circle.len() > 1 {
                circles.insert(circle.join(" <-> "));
            }
        }
        circles.into_iter().collect()
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap();
    let inside = path.strip_prefix(root).unwrap().with_extension("");
    let mut module: Vec<String> =
        inside.components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
    if module == ["lib"] {
        module.clear();
    }
    let syntax = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut names = Names::default();
    names.visit_file(&syntax);
    let lines = text.lines().take_while(|l| !l.starts_with("#[cfg(test)]")).count();
    let (paths, exports) = (names.paths, names.exports);
    File { module: Module(module), path: path.to_path_buf(), text, lines, paths, exports }
}

/// Collects every path a file names, but for its tests.
#[derive(Default)]
struct Names {
    paths: Vec<Vec<String>>,
    exports: BTreeMap<String, Vec<String>>,
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut leaves = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut leaves);
        let passed_on = !matches!(item.vis, syn::Visibility::Inherited);
        for (name, path) in leaves {
            if passed_on {
                self.exports.insert(name, path);
            } else {
                self.paths.push(path);
            }
        }
    }

    /// `pub(in crate::ui)` says who may use it, and uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            self.paths.push(path.segments.iter().map(|s| s.ident.to_string()).collect());
        }
        syn::visit::visit_path(self, path);
    }
}

fn flatten(tree: &syn::UseTree, at: &mut Vec<String>, leaves: &mut Vec<(String, Vec<String>)>) {
    match tree {
        syn::UseTree::Path(path) => {
            at.push(path.ident.to_string());
            flatten(&path.tree, at, leaves);
            at.pop();
        }
        syn::UseTree::Name(name) if name.ident == "self" => {
            leaves.push((at.last().cloned().unwrap_or_default(), at.clone()));
        }
        syn::UseTree::Name(name) => leaves.push((name.ident.to_string(), child(at, &name.ident))),
        syn::UseTree::Rename(name) => {
            leaves.push((name.rename.to_string(), child(at, &name.ident)));
        }
        syn::UseTree::Glob(_) => leaves.push(("*".to_owned(), at.clone())),
        syn::UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, at, leaves);
            }
        }
    }
}

fn child(at: &[String], ident: &syn::Ident) -> Vec<String> {
    let mut path = at.to_vec();
    path.push(ident.to_string());
    path
}
