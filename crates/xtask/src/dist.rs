//! `cargo xtask dist`: everything that is handed out, in one folder, with what it is made of and its sums.
//!
//! What cannot be built because a tool is not there is said, and is not among what was made. With `--twice` all of it is built a
//! second time in another folder, and what came out otherwise is named.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};
use xtask::dependencies::{self, LINUX, NOTICES, WINDOWS, put_licences};

mod links;

use crate::NOT_RUN;
use crate::windows::{self, has_platform};

/// One of the things that are handed out.
struct Artifact {
    name: &'static str,
    /// Every file and folder of the result that is its own.
    own: &'static [&'static str],
    make: fn(&Dist) -> Result<(), Why>,
}

/// What is handed out, in the order in which it is made.
const ARTIFACTS: [Artifact; 9] = [
    Artifact { name: "linux", own: &["cli/x86_64-unknown-linux-gnu"], make: Dist::linux },
    Artifact { name: "musl", own: &["cli/x86_64-unknown-linux-musl"], make: Dist::musl },
    Artifact { name: "windows", own: &["cli/x86_64-pc-windows-gnu"], make: Dist::windows },
    Artifact { name: "python", own: &["python"], make: Dist::python },
    Artifact { name: "npm", own: &["npm"], make: Dist::npm },
    Artifact { name: "native", own: &["native"], make: Dist::native },
    Artifact { name: "formular", own: &["formular.html"], make: Dist::formular },
    Artifact { name: "docs", own: &["docs", EXAMPLES, README, READ[0], READ[1], READ[2], NOTICES], make: Dist::docs },
    Artifact { name: "sbom", own: &["sbom"], make: Dist::sbom },
];

/// What stands beside everything, to be read.
const READ: [&str; 3] = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// What says where everything is. The README of the source is for those who have the source.
const README: &str = "README.md";

/// What the pages show, as far as it can be used without the source.
const EXAMPLES: &str = "examples";
const OF_EXAMPLES: [&str; 6] = ["analyse", "dokumenter", "plans", "profiles", "server", "udtraek"];

/// The sums of everything.
const SUMS: &str = "SHA256SUMS";

/// The names of the artifacts.
pub(crate) const NAMES: [&str; ARTIFACTS.len()] = {
    let mut names = [""; ARTIFACTS.len()];
    let mut index = 0;
    while index < ARTIFACTS.len() {
        names[index] = ARTIFACTS[index].name;
        index += 1;
    }
    names
};

/// The moment that everything was made at, for formats that want one: 1 January 2020, when the regulation came into force.
const MOMENT: &str = "1577836800";

const MUSL: &str = "x86_64-unknown-linux-musl";
/// What compiles C for it; the crates that pack and unpack have some.
const MUSL_GCC: &str = "musl-gcc";

/// The modules of the npm package, of which the form has some.
const WASM: [(&str, &str); 2] =
    [("rehabplan-wasm", "wasm32-unknown-unknown"), ("rehabplan-wasm-language", "wasm32-unknown-unknown")];

/// The package of the command line.
const COMMAND_LINE: &str = "rehabplan-cli";

/// The tool that writes what a crate is made of, and its version.
const CYCLONEDX: (&str, &str) = ("cargo-cyclonedx", "0.5.9");

/// Why an artifact is not there.
enum Why {
    /// Something is not installed; what, and how to get it.
    Missing(String),
    Failed(String),
}

impl From<io::Error> for Why {
    fn from(error: io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// One making of all that is handed out.
struct Dist {
    root: PathBuf,
    /// What stays from one making to the next: this command's tools.
    tools: PathBuf,
    /// Where it is built.
    build: PathBuf,
    /// Where it is put.
    out: PathBuf,
}

/// Makes the artifacts that are named, or all, and gives the exit code. What was made before of other artifacts stays.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn run(root: &Path, target: &Path, names: &[String], twice: bool) -> io::Result<u8> {
    let root = root.canonicalize()?;
    fs::create_dir_all(target)?;
    let target = target.canonicalize()?;
    let artifacts: Vec<&Artifact> = ARTIFACTS
        .iter()
        .filter(|artifact| names.is_empty() || names.iter().any(|name| name == artifact.name))
        .collect();
    let (mut failed, mut missing) = (Vec::new(), Vec::new());
    let mut sums = Vec::new();
    for (out, build) in
        [("dist", "dist-build"), ("dist-again", "dist-build-again")].into_iter().take(1 + usize::from(twice))
    {
        let dist = Dist {
            root: root.clone(),
            tools: target.join("dist-tools"),
            build: target.join(build),
            out: target.join(out),
        };
        dist.clear(&artifacts)?;
        for Artifact { name, make, .. } in &artifacts {
            eprintln!("{name}");
            match make(&dist) {
                Ok(()) => {}
                Err(Why::Missing(what)) => missing.push(format!("{name}: {what}")),
                Err(Why::Failed(what)) => failed.push(format!("{name}: {what}")),
            }
        }
        sums.push(dist.sums(&artifacts)?);
        let lacking = without_notices(&dist.out)?
            .into_iter()
            .filter(|name| artifacts.iter().any(|artifact| artifact.holds(name)));
        failed.extend(lacking.map(|name| format!("it has no {NOTICES}: {name}")));
        if dist.out.join("docs").exists() {
            failed.extend(links::astray(&dist.out)?.into_iter().map(|link| format!("it leads nowhere: {link}")));
        }
    }
    if let [one, other] = sums.as_slice() {
        let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
        let differs: Vec<_> = names.into_iter().filter(|name| one.get(*name) != other.get(*name)).collect();
        eprintln!("{} files twice, {} of them otherwise the second time", one.len(), differs.len());
        failed.extend(differs.into_iter().map(|name| format!("not the same bytes the second time: {name}")));
    }
    for what in &missing {
        eprintln!("not made: {what}");
    }
    for what in &failed {
        eprintln!("failed: {what}");
    }
    eprintln!("{}", target.join("dist").display());
    Ok(if !failed.is_empty() {
        1
    } else if !missing.is_empty() {
        NOT_RUN
    } else {
        0
    })
}

impl Artifact {
    /// Whether a file of the result, by its name, is one of its own.
    fn holds(&self, file: &str) -> bool {
        self.own.iter().any(|own| file.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }
}

impl Dist {
    /// Takes away what was made before of these artifacts, so that nothing is left where one cannot be made now.
    fn clear(&self, artifacts: &[&Artifact]) -> io::Result<()> {
        fs::create_dir_all(&self.out)?;
        for path in artifacts.iter().flat_map(|artifact| artifact.own).map(|own| self.out.join(own)) {
            if path.is_dir() {
                fs::remove_dir_all(path)?;
            } else if path.exists() {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// A command that builds the same bytes for a platform in whatever folder.
    fn command(&self, program: impl AsRef<OsStr>, arguments: &[&str], platform: &str) -> Command {
        let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo"))).unwrap_or_default();
        // Where its source is installed, the standard library names it there, and otherwise by this name.
        let library = windows::sysroot().join("lib/rustlib/src/rust");
        let rustc = format!("rustc/{}", windows::compiler());
        let named = [(&self.build, "build"), (&self.root, "rehabplan"), (&home, "cargo"), (&library, rustc.as_str())];
        // The last that fits counts, so the folder inside another comes after it.
        let flags = named.iter().rev().map(|(path, name)| format!("--remap-path-prefix={}=/{name}", path.display()));
        // The linker would write when it was at work.
        let flags = flags.chain((platform == WINDOWS).then(|| "-Clink-arg=-Wl,--no-insert-timestamp".to_owned()));
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.build)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"))
            .env("CARGO_PROFILE_RELEASE_STRIP", "symbols")
            .env("CC_x86_64_unknown_linux_musl", MUSL_GCC)
            .env("SOURCE_DATE_EPOCH", MOMENT);
        command
    }

    /// Builds packages for a platform, and gives the folder that they are in.
    fn cargo(&self, packages: &[&str], platform: &str) -> Result<PathBuf, Why> {
        let mut command =
            self.command("cargo", &["build", "--quiet", "--release", "--locked", "--target", platform], platform);
        done(command.args(packages.iter().flat_map(|package| ["--package", package])))?;
        Ok(self.build.join(platform).join("release"))
    }

    /// What an artifact that is built for Linux is built for besides, if it can be.
    fn others() -> impl Iterator<Item = &'static str> {
        windows::can_build().then_some(WINDOWS).into_iter()
    }

    /// Whether an artifact could be built for all that it is meant for.
    fn for_all() -> Result<(), Why> {
        if Self::others().next().is_none() {
            return Err(Why::Missing("what is for Windows; see above".to_owned()));
        }
        Ok(())
    }

    /// A folder of the result.
    fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.out.join(name);
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    fn command_line(&self, platform: &str, program: &str) -> Result<(), Why> {
        let built = self.cargo(&[COMMAND_LINE], platform)?;
        let folder = self.folder(&format!("cli/{platform}"))?;
        fs::copy(built.join(program), folder.join(program))?;
        put_licences(&self.root, &[(COMMAND_LINE, platform)], &folder)?;
        Ok(())
    }

    fn linux(&self) -> Result<(), Why> {
        self.command_line(LINUX, "rehabplan")
    }

    /// Without any library of the system.
    fn musl(&self) -> Result<(), Why> {
        if !has_platform(MUSL) {
            return Err(Why::Missing(format!("rustup target add {MUSL}")));
        }
        if !windows::starts(MUSL_GCC, "--version") {
            return Err(Why::Missing(format!("{MUSL_GCC}; with Debian: apt-get install musl-tools")));
        }
        self.command_line(MUSL, "rehabplan")
    }

    fn windows(&self) -> Result<(), Why> {
        if !windows::can_build() {
            return Err(Why::Missing("what builds for it; see above".to_owned()));
        }
        self.command_line(WINDOWS, "rehabplan.exe")
    }

    /// The wheels, and the source that other machines build one from.
    fn python(&self) -> Result<(), Why> {
        let requirements = fs::read_to_string(self.root.join("bindings/python/tests/requirements.txt"))?;
        let Some(maturin) = requirements.lines().find(|line| line.starts_with("maturin")) else {
            return Err(Why::Failed("bindings/python/tests/requirements.txt names no maturin".to_owned()));
        };
        let environment = self.tools.join("python");
        let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        if !python.exists() {
            let mut make = Command::new("python3");
            done(make.args(["-m", "venv"]).arg(&environment))
                .map_err(|_| Why::Missing("python3 with venv".to_owned()))?;
        }
        let mut install = Command::new(&python);
        done(install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", maturin]))
            .map_err(|_| Why::Missing(format!("{maturin}, which pip could not install")))?;
        let folder = self.folder("python")?;
        let build = |what: &[&str], platform| {
            let mut command = self.command(&python, &["-m", "maturin"], platform);
            command.args(what).args(["--manifest-path", "bindings/python/Cargo.toml", "--out"]).arg(&folder);
            done(&mut command)
        };
        // maturin takes it from beside pyproject.toml, where nothing of it stays. In the source nothing is compiled yet.
        let notices = self.root.join("bindings/python").join(NOTICES);
        for platform in [LINUX].into_iter().chain(Self::others()) {
            fs::write(&notices, dependencies::notices(&self.root, &[("rehabplan-python", platform)])?)?;
            let made = build(&["build", "--release", "--locked", "--quiet", "--target", platform], platform);
            fs::remove_file(&notices)?;
            made?;
        }
        build(&["sdist"], LINUX)?;
        Self::for_all()
    }

    /// One of the builds that know by themselves how.
    fn node(&self, script: &str) -> Result<(), Why> {
        let mut build = Command::new("node");
        build.arg(script).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.build).env("SOURCE_DATE_EPOCH", MOMENT);
        done(build).map_err(|why| needs("node", why))
    }

    fn npm(&self) -> Result<(), Why> {
        self.node("bindings/wasm/build.mjs")?;
        let (folder, package) = (self.folder("npm")?, self.root.join("target/npm/rehabplan"));
        put_licences(&self.root, &WASM, &package)?;
        let mut pack = Command::new("npm");
        pack.args(["pack", "--silent", "--pack-destination"]).arg(folder);
        done(pack.current_dir(package))
    }

    /// The libraries for C, Java and .NET.
    fn native(&self) -> Result<(), Why> {
        const LIBRARIES: [&str; 2] = ["rehabplan-c", "rehabplan-java"];
        let linux = self.cargo(&LIBRARIES, LINUX)?;
        let windows = Self::others().map(|platform| self.cargo(&LIBRARIES, platform)).next().transpose()?;
        match crate::native::packages(crate::root(), linux, windows, self.folder("native")?)? {
            0 => Self::for_all(),
            NOT_RUN => Err(Why::Missing("what one of the three needs; see above".to_owned())),
            _ => Err(Why::Failed("see above".to_owned())),
        }
    }

    /// The form, which is one file with everything in it.
    fn formular(&self) -> Result<(), Why> {
        self.node("examples/formular/build.mjs")?;
        fs::copy(self.build.join("formular.html"), self.out.join("formular.html"))?;
        Ok(())
    }

    /// What people read: the pages, and the licences of all that is in what was built.
    fn docs(&self) -> Result<(), Why> {
        copy(&self.root.join("docs"), &self.folder("docs")?)?;
        for file in READ {
            fs::copy(self.root.join(file), self.out.join(file))?;
        }
        fs::write(self.out.join(README), include_str!("dist/README.md"))?;
        self.examples()?;
        links::without_source(&self.out)?;
        let built: Vec<_> = built().filter(|(_, platform)| *platform != WINDOWS || windows::can_build()).collect();
        let mut notices = dependencies::notices(&self.root, &built)?;
        // What the form brings along besides.
        if self.out.join("formular.html").exists() {
            let text = fs::read_to_string(self.root.join("examples/formular/node_modules/preact/LICENSE"))?;
            notices.push_str(&format!("\n# preact (formular.html)\n\n{}\n", text.trim()));
        }
        fs::write(self.out.join(NOTICES), notices)?;
        Ok(())
    }

    /// The examples, without what was made of them here.
    fn examples(&self) -> Result<(), Why> {
        let mut git = Command::new("git");
        git.args(["ls-files", "-z", "--"]).args(OF_EXAMPLES.map(|name| format!("{EXAMPLES}/{name}")));
        let listed = git.current_dir(&self.root).output().map_err(|_| Why::Missing("git".to_owned()))?;
        let names = String::from_utf8_lossy(&listed.stdout).into_owned();
        if !listed.status.success() || names.is_empty() {
            return Err(Why::Failed("git knows of no examples".to_owned()));
        }
        for name in names.split_terminator('\0') {
            let to = self.out.join(name);
            fs::create_dir_all(to.parent().unwrap_or(&self.out))?;
            fs::copy(self.root.join(name), to)?;
        }
        Ok(())
    }

    /// What each thing is made of on each platform that it is built for, as CycloneDX.
    fn sbom(&self) -> Result<(), Why> {
        let (tool, version) = CYCLONEDX;
        let program = self.tools.join("bin").join(tool);
        if !program.exists() {
            let mut install = Command::new("cargo");
            install.args(["install", "--quiet", "--locked", "--version", version, tool, "--root"]).arg(&self.tools);
            done(&mut install).map_err(|_| Why::Missing(format!("{tool} {version}, which cargo could not install")))?;
        }
        let folder = self.folder("sbom")?;
        let own = dependencies::own(&self.root)?;
        for platform in [LINUX, MUSL, WINDOWS, WASM[0].1] {
            // It writes beside the manifest of every package of the workspace.
            const NAME: &str = "sbom.cdx";
            let named = ["cyclonedx", "--format", "json", "--override-filename", NAME, "--target", platform];
            let mut command = self.command(&program, &named, platform);
            command.args(["--no-build-deps", "--quiet"]);
            let result = done(&mut command);
            for (package, manifest) in &own {
                let written = manifest.with_file_name(format!("{NAME}.json"));
                if written.exists() {
                    if built().any(|one| one == (package, platform)) {
                        // By the same name for the checkout as in the programs.
                        let text = fs::read_to_string(&written)?.replace(&*self.root.to_string_lossy(), "/rehabplan");
                        fs::write(folder.join(format!("{package}.{platform}.cdx.json")), text)?;
                    }
                    fs::remove_file(written)?;
                }
            }
            result?;
        }
        let lacking = built().map(|(package, platform)| format!("{package}.{platform}.cdx.json"));
        match lacking.into_iter().find(|name| !folder.join(name).exists()) {
            None => Ok(()),
            Some(name) => Err(Why::Failed(format!("{tool} wrote no {name}"))),
        }
    }

    /// Writes the sums of everything, and gives those of some artifacts by name.
    fn sums(&self, artifacts: &[&Artifact]) -> io::Result<BTreeMap<String, String>> {
        let mut sums = BTreeMap::new();
        sum(&self.out, "", &mut sums)?;
        sums.remove(SUMS);
        let lines: String = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
        fs::write(self.out.join(SUMS), lines)?;
        sums.retain(|name, _| artifacts.iter().any(|artifact| artifact.holds(name)));
        Ok(sums)
    }
}

/// Everything that is built, and for which platform.
fn built() -> impl Iterator<Item = (&'static str, &'static str)> {
    let native = || dependencies::handed_out().filter(|(_, platform)| *platform == LINUX);
    let windows = native().map(|(package, _)| (package, WINDOWS));
    native().chain(windows).chain([(COMMAND_LINE, MUSL)]).chain(WASM)
}

/// What is handed out on its own and does not have the licences of what is compiled into it: packages, and folders of programs and
/// libraries that are in none.
fn without_notices(out: &Path) -> io::Result<Vec<String>> {
    let mut lacking = Vec::new();
    for folder in ["cli", "native"].map(|name| out.join(name)) {
        for one in list(&folder)? {
            let is_packed = list(&one)?.iter().any(|file| is_package(file));
            if !is_packed && !one.join(NOTICES).exists() {
                lacking.push(one);
            }
        }
    }
    for folder in [out.join("python"), out.join("npm")].into_iter().chain(list(&out.join("native"))?) {
        for package in list(&folder)?.into_iter().filter(|file| is_package(file)) {
            if !names_in(&package)?.contains(NOTICES) {
                lacking.push(package);
            }
        }
    }
    let names = lacking.iter().filter_map(|path| path.strip_prefix(out).ok());
    Ok(names.map(|name| name.display().to_string()).collect())
}

/// Whether a file is a package with something compiled in it.
fn is_package(file: &Path) -> bool {
    ["whl", "jar", "tgz"].iter().any(|extension| file.extension().is_some_and(|own| own == *extension))
}

/// The names of the files in a package, and whatever stands between them.
fn names_in(package: &Path) -> io::Result<String> {
    let bytes = if package.extension().is_some_and(|extension| extension == "tgz") {
        Command::new("tar").arg("-tzf").arg(package).output()?.stdout
    } else {
        // In a zip they are not compressed.
        fs::read(package)?
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What is in a folder, sorted; nothing, where there is none.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut list: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    list.sort();
    Ok(list)
}

fn sum(folder: &Path, name: &str, sums: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let within = format!("{name}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            sum(&entry.path(), &format!("{within}/"), sums)?;
        } else {
            let digest = Sha256::digest(fs::read(entry.path())?);
            sums.insert(within, digest.iter().map(|byte| format!("{byte:02x}")).collect());
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() { copy(&entry.path(), &to)? } else { fs::copy(entry.path(), to).map(drop)? }
    }
    Ok(())
}

fn done(mut command: impl std::borrow::BorrowMut<Command>) -> Result<(), Why> {
    let command = command.borrow_mut();
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Why::Failed(format!("{program}: {status}"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Why::Missing(program)),
        Err(error) => Err(Why::Failed(format!("{program}: {error}"))),
    }
}

/// The same reason, with what is to be installed where that is all.
fn needs(program: &str, why: Why) -> Why {
    match why {
        Why::Missing(_) => Why::Missing(format!("{program} is not installed")),
        failed @ Why::Failed(_) => failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_licences_of_its_dependencies_is_named() -> io::Result<()> {
        let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/dist-notices-test");
        let all = [
            "cli/one/rehabplan",
            "native/c/lib.a",
            "native/java/x.jar",
            "npm/x.tgz",
            "python/x.whl",
            "python/x.tar.gz",
        ];
        for file in all {
            let path = out.join(file);
            fs::create_dir_all(path.parent().unwrap_or(&out))?;
            fs::write(path, "")?;
        }
        assert_eq!(without_notices(&out)?, ["cli/one", "native/c", "python/x.whl", "npm/x.tgz", "native/java/x.jar"]);
        for folder in ["cli/one", "native/c"] {
            fs::write(out.join(folder).join(NOTICES), "")?;
        }
        fs::write(out.join("python/x.whl"), NOTICES)?;
        fs::write(out.join("native/java/x.jar"), NOTICES)?;
        let mut tar = Command::new("tar");
        assert!(tar.current_dir(out.join("cli/one")).args(["-czf", "../../npm/x.tgz", NOTICES]).status()?.success());
        assert_eq!(without_notices(&out)?, [""; 0]);
        fs::remove_dir_all(out)
    }

    #[test]
    fn a_part_takes_the_place_of_its_own_files_alone() -> io::Result<()> {
        let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/dist-test");
        let dist = Dist { root: PathBuf::new(), tools: PathBuf::new(), build: PathBuf::new(), out: out.clone() };
        let all: Vec<&Artifact> = ARTIFACTS.iter().collect();
        for artifact in &all {
            dist.clear(&all)?;
            for own in all.iter().flat_map(|artifact| artifact.own) {
                // A file, or a folder with one: what is taken away is the same.
                let path = out.join(own).join("file");
                fs::create_dir_all(path.parent().unwrap_or(&out))?;
                fs::write(path, own)?;
            }
            let whole = dist.sums(&all)?;
            let listed = fs::read_to_string(out.join(SUMS))?;
            assert!(listed.lines().count() == whole.len() && !listed.contains(SUMS));
            assert_eq!(dist.sums(&all)?, whole, "the sums are no part of themselves");

            let own = dist.sums(&[artifact])?;
            assert_eq!(own.len(), artifact.own.len(), "{}", artifact.name);
            dist.clear(&[artifact])?;
            let rest = dist.sums(&all)?;
            assert_eq!(rest.len(), whole.len() - own.len(), "{}", artifact.name);
            assert!(rest.keys().all(|name| !own.contains_key(name)), "{}", artifact.name);
        }
        fs::remove_dir_all(out)
    }
}
