//! `cargo xtask native`: the C, Java and .NET libraries, built and tested.
//!
//! What a vendor gets is put together under `target/native`, and everything here is tried on that. What could not be tried because
//! a tool is not installed is named, and has not passed. With `--package` the same is built for release and put together under
//! `target/packages`, and nothing is tried. What is handed out has the libraries for Windows besides.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use crate::NOT_RUN;

mod package;

pub(crate) use package::c_for_windows;
use package::{PRIVATE, files, mcs};

/// Debian's JUnit, without what a launcher for a terminal would need besides.
const JUNIT: [&str; 11] = [
    "apiguardian-api",
    "junit-jupiter-api",
    "junit-jupiter-engine",
    "junit-platform-commons",
    "junit-platform-console",
    "junit-platform-engine",
    "junit-platform-launcher",
    "junit-platform-reporting",
    "opentest4j",
    "opentest4j-reporting-events",
    "picocli",
];

/// Where things are, and what became of them.
pub(crate) struct Native {
    root: &'static Path,
    /// Where cargo has put the libraries.
    built: PathBuf,
    /// Where those for Windows are, if there are any.
    windows: Option<PathBuf>,
    /// Where the packages are put together.
    folder: PathBuf,
    failed: Vec<String>,
    not_run: Vec<String>,
}

/// Builds all three, and tests them or only puts the `packages` together. Gives the exit code.
///
/// # Errors
///
/// When a file cannot be written, or cargo not be started.
pub(crate) fn run(root: &'static Path, target: &Path, packages: bool) -> io::Result<u8> {
    if !packages {
        install()?;
    }
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", "rehabplan-c", "--package", "rehabplan-java"]);
    if !cargo.args(packages.then_some("--release")).current_dir(root).status()?.success() {
        return Err(io::Error::other("the native libraries do not build"));
    }
    if packages {
        return self::packages(root, target.join("release"), None, target.join("packages"));
    }
    let mut native = Native::new(root, target.join("debug"), None, target.join("native"));
    native.tests()?;
    Ok(native.told())
}

/// Puts all three together in a folder, as far as there are tools for them, from the folders where cargo has put the libraries for
/// Linux and for Windows. Gives the exit code.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn packages(
    root: &'static Path,
    linux: PathBuf,
    windows: Option<PathBuf>,
    folder: PathBuf,
) -> io::Result<u8> {
    let mut native = Native::new(root, linux, windows, folder);
    native.c_package()?;
    native.jar()?;
    native.nuget()?;
    eprintln!("put together in {}", native.folder.display());
    Ok(native.told())
}

/// Where the loader looks for libraries first.
const LIBRARY_PATH: &str = "LD_LIBRARY_PATH";

/// Every tool, and the Debian packages that have them.
const TOOLS: [&str; 9] = ["gcc", "g++", "pkg-config", "valgrind", "javac", "java", "jar", "mcs", "mono"];
const PACKAGES: &str =
    "gcc g++ pkg-config valgrind openjdk-17-jdk-headless junit5 mono-mcs mono-runtime libmono-cil-dev";

/// Installs what is missing, where that may be: as the administrator of a Debian machine. Otherwise each part says what it lacks.
pub(crate) fn install() -> io::Result<()> {
    let is_complete = TOOLS.iter().all(|tool| is_there(tool)) && junit().iter().all(|jar| jar.exists());
    let is_administrator = || Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    if is_complete || !is_there("apt-get") || !is_administrator() {
        return Ok(());
    }
    eprintln!("installing {PACKAGES}");
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null());
        apt.status()
    };
    apt(&["update"])?;
    let packages: Vec<&str> = PACKAGES.split(' ').collect();
    apt(&[&["install", "--yes", "--no-install-recommends"], packages.as_slice()].concat())?;
    Ok(())
}

fn junit() -> [PathBuf; JUNIT.len()] {
    JUNIT.map(|name| Path::new("/usr/share/java").join(format!("{name}.jar")))
}

/// The program in a README and what it writes: the first block in a language, and the first of plain text.
///
/// # Errors
///
/// When the file cannot be read, or does not hold both.
pub(crate) fn first_hour(readme: &Path, language: &str) -> io::Result<(String, String)> {
    let text = fs::read_to_string(readme)?;
    let block = |kind: &str| {
        let (_, rest) = text.split_once(&format!("\n```{kind}\n"))?;
        rest.split_once("\n```").map(|(block, _)| format!("{block}\n"))
    };
    let both = block(language).zip(block("text"));
    both.ok_or_else(|| io::Error::other(format!("{}: no program, or not what it writes", readme.display())))
}

/// Whether a tool can be started.
fn is_there(tool: &str) -> bool {
    let mut command = Command::new(tool);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

impl Native {
    fn new(root: &'static Path, built: PathBuf, windows: Option<PathBuf>, folder: PathBuf) -> Self {
        Self { root, built, windows, folder, failed: Vec::new(), not_run: Vec::new() }
    }

    /// Says what was not run and what failed, and gives the exit code.
    fn told(&self) -> u8 {
        for what in &self.not_run {
            eprintln!("not run: {what}");
        }
        for what in &self.failed {
            eprintln!("failed: {what}");
        }
        if !self.failed.is_empty() {
            1
        } else if !self.not_run.is_empty() {
            NOT_RUN
        } else {
            0
        }
    }

    fn tests(&mut self) -> io::Result<()> {
        type Tests = fn(&mut Native) -> io::Result<()>;
        let all: [(&str, Tests); 3] = [("C", Self::c), ("Java", Self::java), (".NET", Self::dotnet)];
        for (name, tests) in all {
            let start = Instant::now();
            tests(self)?;
            eprintln!("{name}: {} s", start.elapsed().as_secs());
        }
        Ok(())
    }

    fn c_package(&mut self) -> io::Result<PathBuf> {
        let folder = self.emptied("c")?;
        package::c(self.root, &self.built, &folder)?;
        if let Some(windows) = self.windows.clone() {
            package::c_for_windows(self.root, &windows, &self.emptied("c-windows")?)?;
        }
        Ok(folder)
    }

    fn jar(&mut self) -> io::Result<Option<PathBuf>> {
        if !self.has(&["javac", "jar"], "the Java library", "openjdk-17-jdk-headless") {
            return Ok(None);
        }
        let (folder, work) = (self.emptied("java")?, self.emptied("java-classes")?);
        let libraries = self.libraries("linux-x86_64", "librehabplan_java.so", "windows-x86_64", "rehabplan_java.dll");
        let made = package::jar(self.root, &libraries, &work, &folder);
        fs::remove_dir_all(work)?;
        Ok(self.package("Java: the jar", made))
    }

    fn nuget(&mut self) -> io::Result<Option<PathBuf>> {
        if !self.has(&["mcs"], "the .NET library", "mono-mcs libmono-cil-dev") {
            return Ok(None);
        }
        let folder = self.emptied("dotnet")?;
        let libraries = self.libraries("linux-x64", "librehabplan.so", "win-x64", "rehabplan.dll");
        let made = package::nuget(self.root, &libraries, &folder);
        Ok(self.package(".NET: the library", made).map(|()| folder))
    }

    /// The libraries that a package holds, by the names that it has for platforms.
    fn libraries(
        &self,
        linux: &'static str,
        file: &str,
        windows: &'static str,
        file_for_windows: &str,
    ) -> Vec<(&'static str, PathBuf)> {
        let others = self.windows.iter().map(|built| (windows, built.join(file_for_windows)));
        [(linux, self.built.join(file))].into_iter().chain(others).collect()
    }

    /// Whether these tools are there; otherwise what is not run without them is noted, with how to get them.
    fn has(&mut self, tools: &[&str], what: &str, packages: &str) -> bool {
        let missing: Vec<&str> = tools.iter().copied().filter(|tool| !is_there(tool)).collect();
        if !missing.is_empty() {
            self.not_run.push(format!("{what}: {} not found (Debian: apt-get install {packages})", missing.join(", ")));
        }
        missing.is_empty()
    }

    /// Runs a step, and notes whether it passed. What it writes is shown when it did not.
    fn step(&mut self, name: &str, command: &mut Command) -> io::Result<Option<String>> {
        let start = Instant::now();
        // Cargo names its own folder there, and a library that lies in it would be found in the place of the package's.
        if !command.get_envs().any(|(name, _)| name == LIBRARY_PATH) {
            command.env_remove(LIBRARY_PATH);
        }
        let Output { status, stdout, stderr } = command.current_dir(self.root).stdin(Stdio::null()).output()?;
        let output = String::from_utf8_lossy(&stdout).into_owned();
        if status.success() {
            eprintln!("  {name}: {:.1} s", start.elapsed().as_secs_f32());
            return Ok(Some(output));
        }
        eprintln!("  {name}: {status}\n{output}{}", String::from_utf8_lossy(&stderr));
        self.failed.push(name.to_owned());
        Ok(None)
    }

    /// A package, if it could be put together; notes it otherwise.
    fn package<T>(&mut self, name: &str, made: io::Result<T>) -> Option<T> {
        made.map_err(|error| {
            eprintln!("  {name}: {error}");
            self.failed.push(name.to_owned());
        })
        .ok()
    }

    fn same(&mut self, name: &str, got: &str, expected: &str) {
        if got.trim_end() != expected.trim_end() {
            eprintln!("  {name}: expected\n{expected}\nand got\n{got}");
            self.failed.push(name.to_owned());
        }
    }

    /// An empty folder for one of the packages.
    fn emptied(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.folder.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    fn first_hour(&self, readme: &str, language: &str) -> io::Result<(String, String)> {
        first_hour(&self.root.join(readme), language)
    }

    fn c(&mut self) -> io::Result<()> {
        let package = self.c_package()?;
        if !self.has(&["gcc"], "the C library", "gcc") {
            return Ok(());
        }
        let (lib, work) = (package.join("lib"), self.emptied("c-tests")?);
        let mut nm = Command::new("nm");
        nm.args(["--dynamic", "--defined-only"]).arg(lib.join("librehabplan.so"));
        if let Some(got) = self.step("C: what the library exports", &mut nm)? {
            let header = fs::read_to_string(package.join("include/rehabplan.h"))?;
            let declared = |name: &&str| !header.contains(&format!("{name}("));
            let others: Vec<&str> = got.lines().filter_map(|line| line.rsplit(' ').next()).filter(declared).collect();
            self.same("C: it exports what the header declares", &others.join(" "), "");
        }
        let tests = self.root.join("bindings/c/tests");
        let compile = |source: &Path, program: &str, extra: &[&str]| {
            let mut gcc = Command::new("gcc");
            gcc.args(["-std=c11", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g", "-O1"])
                .args(extra);
            gcc.arg("-I").arg(package.join("include")).arg(source).arg("-o").arg(work.join(program));
            gcc.arg("-L").arg(&lib).args(["-lrehabplan", "-lpthread"]).arg(format!("-Wl,-rpath,{}", lib.display()));
            gcc
        };
        let sanitize = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
        let hostile = tests.join("hostile.c");
        if self
            .step("C: a hostile caller, built with sanitizers", &mut compile(&hostile, "hostile-asan", &sanitize))?
            .is_some()
        {
            let mut run = Command::new(work.join("hostile-asan"));
            self.step(
                "C: a hostile caller under AddressSanitizer",
                run.arg("1000").env("ASAN_OPTIONS", "detect_leaks=1"),
            )?;
        }
        if self.has(&["valgrind"], "the C library under valgrind", "valgrind")
            && self.step("C: a hostile caller, built", &mut compile(&hostile, "hostile", &[]))?.is_some()
        {
            let mut run = Command::new("valgrind");
            run.args([
                "--quiet",
                "--error-exitcode=9",
                "--leak-check=full",
                "--errors-for-leak-kinds=definite,indirect",
            ]);
            // It lets one thread run at a time, so a thousand would only take longer.
            run.args(["--fair-sched=yes"]).arg(work.join("hostile")).arg("100");
            self.step("C: a hostile caller under valgrind", &mut run)?;
        }
        self.step("C: the program of the parity", &mut compile(&tests.join("parity.c"), "parity", &sanitize))?;
        self.c_readme(&package, &work)
    }

    /// The program of the README as a vendor builds it: dynamic and static, and as C++.
    fn c_readme(&mut self, package: &Path, work: &Path) -> io::Result<()> {
        let (program, expected) = self.first_hour("bindings/c/README.md", "c")?;
        let source = work.join("readme.c");
        fs::write(&source, program)?;
        let lib = package.join("lib");
        if self.has(&["pkg-config"], "the C library as pkg-config gives it", "pkg-config") {
            let build = format!(
                "gcc '{}' -o '{}' $(pkg-config --cflags --libs rehabplan)",
                source.display(),
                work.join("readme").display()
            );
            let mut shell = Command::new("sh");
            shell.args(["-ec", &build]).env("PKG_CONFIG_PATH", lib.join("pkgconfig"));
            if self.step("C: the program of the README", &mut shell)?.is_some() {
                let mut run = Command::new(work.join("readme"));
                if let Some(got) = self.step("C: what it writes", run.env(LIBRARY_PATH, &lib))? {
                    self.same("C: what the README says that it writes", &got, &expected);
                }
            }
        }
        for (compiler, language) in [("gcc", "c"), ("g++", "c++")] {
            if !self.has(&[compiler], "the header in C++", "g++") {
                continue;
            }
            let program = work.join(format!("readme-{language}"));
            let mut link = Command::new(compiler);
            link.args(["-x", language]).arg(&source).args(["-x", "none", "-I"]).arg(package.join("include"));
            link.arg(lib.join("librehabplan.a")).args(PRIVATE.split(' ')).arg("-o").arg(&program);
            if self.step(&format!("C: the same with the static library, as {language}"), &mut link)?.is_some()
                && let Some(got) = self.step("C: what that writes", &mut Command::new(&program))?
            {
                self.same("C: what the README says that it writes", &got, &expected);
            }
        }
        Ok(())
    }

    fn java(&mut self) -> io::Result<()> {
        let Some(jar) = self.jar()? else { return Ok(()) };
        let folder = self.folder.join("java");
        let source = self.root.join("bindings/java");

        let mut doc = Command::new("javadoc");
        doc.args(["-quiet", "-encoding", "UTF-8", "-Xdoclint:all", "-Werror", "-d"]).arg(folder.join("doc"));
        doc.args(package::java_sources(self.root)?);
        self.step("Java: the documentation", &mut doc)?;

        let java = || {
            let mut java = Command::new("java");
            java.args(["-Xcheck:jni", "-cp"]).arg(&jar);
            java
        };
        let sample = source.join("sagssystem/Sagssystem.java");
        if let Some(got) = self.step("Java: the case system", java().arg(sample))? {
            let expected = self.sample()?;
            self.same("Java: the case system says what that in Rust says", &got.to_lowercase(), &expected);
        }
        let (program, expected) = self.first_hour("bindings/java/README.md", "java")?;
        let first = folder.join("First.java");
        fs::write(&first, program)?;
        if let Some(got) = self.step("Java: the program of the README", java().arg(&first))? {
            self.same("Java: what the README says that it writes", &got, &expected);
        }

        let junit = junit();
        if let Some(missing) = junit.iter().find(|jar| !jar.exists()) {
            let what = format!(
                "the tests of the Java library: {} not found (Debian: apt-get install junit5)",
                missing.display()
            );
            self.not_run.push(what);
            return Ok(());
        }
        let tests = folder.join("tests");
        let path: Vec<&Path> = [jar.as_path(), &tests].into_iter().chain(junit.iter().map(PathBuf::as_path)).collect();
        let path = std::env::join_paths(path).map_err(io::Error::other)?;
        let mut javac = Command::new("javac");
        javac.args(["--release", "17", "-encoding", "UTF-8", "-d"]).arg(&tests).arg("-cp").arg(&path);
        javac.args(files(&source.join("tests/dk/rehabplan"), "java")?);
        if self.step("Java: the tests, compiled", &mut javac)?.is_some() {
            let mut java = Command::new("java");
            java.args(["-Xcheck:jni", "-ea"]).arg(format!("-Drehabplan.root={}", self.root.display()));
            java.arg(format!("-Drehabplan.native={}", self.built.join("librehabplan_java.so").display()));
            java.arg("-cp").arg(&path).args(["org.junit.platform.console.ConsoleLauncher", "--disable-banner"]);
            java.args(["--details=tree", "--fail-if-no-tests", "--select-package=dk.rehabplan"]);
            // What -Xcheck:jni sees, it says and goes on.
            if let Some(got) = self.step("Java: the tests", &mut java)?
                && got.contains("in native method")
            {
                eprintln!("{got}");
                self.failed.push("Java: the native methods keep to JNI".to_owned());
            }
        }
        Ok(())
    }

    fn dotnet(&mut self) -> io::Result<()> {
        let Some(package) = self.nuget()? else { return Ok(()) };
        if !self.has(&["mono"], "the tests of the .NET library", "mono-runtime") {
            return Ok(());
        }
        // A program finds both beside itself.
        let work = self.emptied("dotnet-tests")?;
        let library = work.join("Rehabplan.dll");
        fs::copy(package.join("lib/netstandard2.0/Rehabplan.dll"), &library)?;
        fs::copy(package.join("runtimes/linux-x64/native/librehabplan.so"), work.join("librehabplan.so"))?;
        let (program, expected) = self.first_hour("bindings/dotnet/README.md", "csharp")?;
        fs::write(work.join("First.cs"), program)?;
        let source = self.root.join("bindings/dotnet");
        let programs = [
            ("Tests", source.join("tests/Tests.cs")),
            ("Parity", source.join("tests/Parity.cs")),
            ("Sagssystem", source.join("Sagssystem/Program.cs")),
            ("First", work.join("First.cs")),
        ];
        for (name, file) in &programs {
            let mut mcs = mcs(&work.join(format!("{name}.exe")), "exe", &[&library]);
            self.step(&format!(".NET: {name}, compiled"), mcs.arg(file))?;
        }
        let mono = |name: &str| {
            let mut mono = Command::new("mono");
            mono.arg(work.join(format!("{name}.exe")));
            mono
        };
        self.step(".NET: the tests", mono("Tests").arg(self.root))?;
        if let Some(got) = self.step(".NET: the case system", &mut mono("Sagssystem"))? {
            let expected = self.sample()?;
            self.same(".NET: the case system says what that in Rust says", &got.to_lowercase(), &expected);
        }
        if let Some(got) = self.step(".NET: the program of the README", &mut mono("First"))? {
            self.same(".NET: what the README says that it writes", &got, &expected);
        }
        Ok(())
    }

    /// What the case system in Rust says, which those in other languages say too but for capitals.
    fn sample(&self) -> io::Result<String> {
        let mut cargo = Command::new("cargo");
        let output =
            cargo.args(["run", "--quiet", "--package", "example-sagssystem"]).current_dir(self.root).output()?;
        Ok(String::from_utf8_lossy(&output.stdout).to_lowercase())
    }
}
