//! Every way in which people name the folder of a chain. What is tested of saving is tested through all of them.

use crate::terminal::Terminal;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A way to name the folder: from where the program is started, what stands after `--dir`, what in `$STUURGROEP_DIR`.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    pub name: &'static str,
    from: &'static str,
    dir: Option<&'static str>,
    variable: Option<&'static str>,
}

const fn way(name: &'static str, from: &'static str, dir: Option<&'static str>) -> Way {
    Way { name, from, dir, variable: None }
}

const fn variable(name: &'static str, from: &'static str, value: &'static str) -> Way {
    Way { name, from, dir: None, variable: Some(value) }
}

/// `{root}` is the folder in which `kompas` stands.
pub const WAYS: [Way; 20] = [
    way("a whole path", "", Some("{root}/kompas")),
    way("none at all, in the folder", "kompas", None),
    way("a dot", "kompas", Some(".")),
    way("its name", "", Some("kompas")),
    way("a dot and its name", "", Some("./kompas")),
    way("two dots", "kompas/assets", Some("..")),
    way("two dots and its name", "elsewhere", Some("../kompas")),
    way("its name and a slash", "", Some("kompas/")),
    way("there and back", "", Some("kompas/assets/../../kompas")),
    way("a whole link", "", Some("{root}/link")),
    way("a relative link", "", Some("link")),
    way("in a folder that is a link", "link", None),
    way("a link to a link", "elsewhere", Some("../link-to-link")),
    way("a whole path of sessions", "", Some("{root}/kompas/sessions")),
    way("sessions", "kompas", Some("sessions")),
    way("sessions and a slash", "kompas", Some("./sessions/")),
    way("none at all, in sessions", "kompas/sessions", None),
    variable("a whole path in the environment", "elsewhere", "{root}/kompas"),
    variable("a relative path in the environment", "", "kompas"),
    variable("a dot in the environment", "kompas", "."),
];

/// The same where the disk does not tell `A` from `a`.
pub const IN_CAPITALS: [Way; 3] = [
    way("its name in capitals", "", Some("KOMPAS")),
    way("a whole path in capitals", "elsewhere", Some("{root}/Kompas")),
    way("none at all, in the folder in capitals", "KOMPAS", None),
];

/// A disk that does not tell `A` from `a`, as long as this lives.
pub struct FoldingDisk {
    folder: tempfile::TempDir,
}

impl FoldingDisk {
    /// Mounts one; why not, where that can't be done: it takes root, `mkfs.ext4` and a kernel that knows such disks.
    pub fn mount() -> Result<Self, String> {
        let disk = Self { folder: tempfile::tempdir().unwrap() };
        let (image, at) = (disk.folder.path().join("image"), disk.at());
        fs::create_dir(&at).unwrap();
        fs::File::create(&image).unwrap().set_len(24 << 20).unwrap();
        let (image, at) = (image.to_str().unwrap(), at.to_str().unwrap());
        let made = ["-q", "-O", "casefold", "-E", "encoding=utf8", image];
        for (program, args) in [("mkfs.ext4", &made[..]), ("mount", &["-o", "loop", image, at])] {
            let output = Command::new(program).args(args).output().map_err(|error| format!("{program}: {error}"))?;
            if !output.status.success() {
                return Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()));
            }
        }
        fs::create_dir(disk.root()).unwrap();
        let folds = Command::new("chattr").arg("+F").arg(disk.root()).status().map_err(|error| error.to_string())?;
        if folds.success() { Ok(disk) } else { Err("chattr can't make a folder of that kind".to_owned()) }
    }

    fn at(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    /// The folder in which names are the same in any case.
    pub fn root(&self) -> PathBuf {
        self.at().join("folding")
    }
}

impl Drop for FoldingDisk {
    fn drop(&mut self) {
        // Where nothing was mounted there is nothing to let go of.
        let _ = Command::new("umount").arg("--quiet").arg(self.at()).output();
    }
}

/// The folder in which a chain stands with what the ways need beside it.
pub struct Ground {
    folder: tempfile::TempDir,
}

impl Ground {
    /// Kompas as `kompas`, with links to it and a folder elsewhere. `linked` puts its sessions somewhere else, behind a link.
    pub fn kompas(linked: bool) -> Self {
        Self::kompas_in(tempfile::tempdir().unwrap(), linked)
    }

    /// The same in a folder of one's own choice.
    pub fn kompas_in(folder: tempfile::TempDir, linked: bool) -> Self {
        let ground = Self { folder };
        let chain = ground.chain();
        let sessions = if linked { ground.root().join("sessions of kompas") } else { chain.join("sessions") };
        fs::create_dir_all(&sessions).unwrap();
        fs::create_dir_all(chain.join("assets")).unwrap();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, sessions.join(path.file_name().unwrap())).unwrap();
        }
        if linked {
            symlink("../sessions of kompas", chain.join("sessions")).unwrap();
        }
        fs::create_dir(ground.root().join("elsewhere")).unwrap();
        fs::create_dir(ground.root().join("home")).unwrap();
        symlink("kompas", ground.root().join("link")).unwrap();
        symlink("link", ground.root().join("link-to-link")).unwrap();
        ground
    }

    /// Where everything stands.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of the chain.
    pub fn chain(&self) -> PathBuf {
        self.root().join("kompas")
    }

    /// The home of whoever runs the program: cache, state and temporary files.
    pub fn home(&self) -> PathBuf {
        self.root().join("home")
    }

    /// What stands in `sessions/`, by name, hidden files too.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.chain().join("sessions")).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The file of a session, as text.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.chain().join("sessions").join(name)).unwrap()
    }

    fn whole(&self, text: &str) -> String {
        text.replace("{root}", self.root().to_str().unwrap())
    }

    fn args(&self, way: Way, args: &[&str]) -> Vec<String> {
        let mut all: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        all.extend(["--lang", "en", "--today", "2026-12-10"].map(String::from));
        if let Some(dir) = way.dir {
            all.extend(["--dir".to_owned(), self.whole(dir)]);
        }
        all
    }

    /// The program in a terminal, with the folder named in this way.
    pub fn start(&self, way: Way, args: &[&str]) -> Terminal {
        self.start_with(way, args, &[])
    }

    /// The same with more in its environment.
    pub fn start_with(&self, way: Way, args: &[&str], more: &[(&str, &str)]) -> Terminal {
        self.start_under(&[], way, args, more)
    }

    /// The same as the child of another program, which has these arguments.
    pub fn start_under(&self, parent: &[&str], way: Way, args: &[&str], more: &[(&str, &str)]) -> Terminal {
        let args = self.args(way, args);
        let mut all: Vec<&str> = parent.to_vec();
        all.push(env!("CARGO_BIN_EXE_stuurgroep"));
        all.extend(args.iter().map(String::as_str));
        let variable = way.variable.map(|value| self.whole(value));
        let mut environment: Vec<(&str, &str)> =
            variable.iter().map(|value| ("STUURGROEP_DIR", value.as_str())).collect();
        environment.extend(more);
        let (program, args) = (Path::new(all[0]), &all[1..]);
        Terminal::start_from(program, args, (100, 30), &self.home(), &self.root().join(way.from), &environment)
    }

    /// A command, with the folder named in this way.
    pub fn run(&self, way: Way, args: &[&str]) -> Output {
        self.command(way, args).output().unwrap()
    }

    /// The same, to be started when and with what a test wants.
    pub fn command(&self, way: Way, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stuurgroep"));
        command.env_clear().args(self.args(way, args)).current_dir(self.root().join(way.from));
        command.env("HOME", self.home()).env("XDG_STATE_HOME", self.home().join("state"));
        if let Some(value) = way.variable {
            command.env("STUURGROEP_DIR", self.whole(value));
        }
        command
    }
}
