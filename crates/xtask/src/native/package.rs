//! What a vendor gets of the native libraries, put together in folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use xtask::dependencies::{LINUX, WINDOWS, put_licences};

/// What a program needs that holds the static library, as `rustc --print native-static-libs` says it for glibc.
pub(crate) const PRIVATE: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The C library for Linux: header, libraries as they were `built`, and what pkg-config reads.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn c(root: &Path, built: &Path, folder: &Path) -> io::Result<()> {
    let source = root.join("bindings/c");
    let (include, lib) = (folder.join("include"), folder.join("lib"));
    fs::create_dir_all(&include)?;
    fs::create_dir_all(lib.join("pkgconfig"))?;
    fs::copy(source.join("include/rehabplan.h"), include.join("rehabplan.h"))?;
    fs::copy(built.join("librehabplan.so"), lib.join("librehabplan.so.1"))?;
    fs::copy(built.join("librehabplan.a"), lib.join("librehabplan.a"))?;
    #[cfg(unix)]
    std::os::unix::fs::symlink("librehabplan.so.1", lib.join("librehabplan.so"))?;
    let config = fs::read_to_string(source.join("rehabplan.pc.in"))?;
    let config = config.replace("@VERSION@", VERSION).replace("@PRIVATE@", PRIVATE);
    fs::write(lib.join("pkgconfig/rehabplan.pc"), config)?;
    fs::copy(source.join("README.md"), folder.join("README.md"))?;
    put_licences(root, &[("rehabplan-c", LINUX)], folder)
}

/// The C library for Windows: header, library, what a linker wants to know of it (mingw-w64 takes the import library, and others
/// make theirs from the list of what the library exports), and the static library for mingw-w64.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn c_for_windows(root: &Path, built: &Path, folder: &Path) -> io::Result<()> {
    let source = root.join("bindings/c");
    let [include, lib, bin] = ["include", "lib", "bin"].map(|name| folder.join(name));
    for folder in [&include, &lib, &bin] {
        fs::create_dir_all(folder)?;
    }
    let header = fs::read_to_string(source.join("include/rehabplan.h"))?;
    fs::copy(built.join("rehabplan.dll"), bin.join("rehabplan.dll"))?;
    for library in ["librehabplan.dll.a", "librehabplan.a"] {
        fs::copy(built.join(library), lib.join(library))?;
    }
    let exports: String = declared(&header).map(|name| format!("    {name}\n")).collect();
    fs::write(lib.join("rehabplan.def"), format!("LIBRARY rehabplan\nEXPORTS\n{exports}"))?;
    fs::write(include.join("rehabplan.h"), header)?;
    fs::copy(source.join("README.md"), folder.join("README.md"))?;
    put_licences(root, &[("rehabplan-c", WINDOWS)], folder)
}

/// The functions that the header declares.
fn declared(header: &str) -> impl Iterator<Item = &str> {
    let code = header.lines().filter(|line| !line.starts_with([' ', '/', '#']));
    code.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next())
        .filter(|name| name.starts_with("rehabplan_"))
}

/// The jar: classes, and native libraries by the platform's name in the jar, such as `linux-x86_64`. Needs a JDK 17 or later, and an
/// empty folder to work in.
///
/// # Errors
///
/// When a file cannot be read or written, and with what the compiler says.
pub(crate) fn jar(root: &Path, libraries: &[(&str, PathBuf)], work: &Path, folder: &Path) -> io::Result<PathBuf> {
    let classes = work.join("classes");
    let mut javac = Command::new("javac");
    javac.args(["--release", "17", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "-d"]).arg(&classes);
    done(javac.args(java_sources(root)?))?;
    for (platform, library) in libraries {
        let native = classes.join("dk/rehabplan/native").join(platform);
        fs::create_dir_all(&native)?;
        fs::copy(library, native.join(library.file_name().unwrap_or_default()))?;
    }
    fs::create_dir_all(classes.join("META-INF"))?;
    put_licences(root, &both("rehabplan-java", libraries), &classes.join("META-INF"))?;
    let manifest = work.join("manifest");
    fs::write(&manifest, format!("Automatic-Module-Name: dk.rehabplan\nImplementation-Version: {VERSION}\n"))?;
    let file = folder.join("rehabplan.jar");
    let mut jar = Command::new("jar");
    // The same bytes whenever and wherever it is made: one moment, and the files in their order and not in the disk's.
    jar.args(["--create", "--date=2020-01-01T00:00:00Z", "--file"]).arg(&file).arg("--manifest").arg(&manifest);
    for name in all_files(&classes)? {
        jar.arg("-C").arg(&classes).arg(name);
    }
    done(&mut jar)?;
    fs::copy(root.join("bindings/java/README.md"), folder.join("README.md"))?;
    Ok(file)
}

/// Every file under a folder, as it is named from there, sorted.
fn all_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fn within(root: &Path, folder: &Path, all: &mut Vec<PathBuf>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                within(root, &path, all)?;
            } else {
                all.push(path.strip_prefix(root).map_err(io::Error::other)?.to_owned());
            }
        }
        Ok(())
    }

    let mut all = Vec::new();
    within(folder, folder, &mut all)?;
    all.sort();
    Ok(all)
}

/// The sources of the jar.
///
/// # Errors
///
/// When a folder cannot be read.
pub(crate) fn java_sources(root: &Path) -> io::Result<Vec<PathBuf>> {
    let folders = ["main", "generated"].map(|name| root.join("bindings/java").join(name).join("dk/rehabplan"));
    let [own, generated] = folders.map(|folder| files(&folder, "java"));
    Ok([own?, generated?].concat())
}

/// The name of the native library for .NET, without its extension. On Windows, where capitals do not tell files apart, it lies beside
/// `Rehabplan.dll`.
const FOR_DOTNET: &str = "librehabplan";

/// The NuGet package as a folder, with native libraries by the runtime's name, such as `linux-x64`. Needs Mono's compiler.
///
/// # Errors
///
/// When a file cannot be read or written, and with what the compiler says.
pub(crate) fn nuget(root: &Path, libraries: &[(&str, PathBuf)], folder: &Path) -> io::Result<()> {
    let source = root.join("bindings/dotnet");
    let lib = folder.join("lib/netstandard2.0");
    fs::create_dir_all(&lib)?;
    for (runtime, library) in libraries {
        let native = folder.join("runtimes").join(runtime).join("native");
        fs::create_dir_all(&native)?;
        let file = Path::new(FOR_DOTNET).with_extension(library.extension().unwrap_or_default());
        fs::copy(library, native.join(file))?;
    }
    let about = fs::read_to_string(source.join("rehabplan.nuspec.in"))?;
    fs::write(folder.join("Rehabplan.nuspec"), about.replace("@VERSION@", VERSION))?;
    fs::copy(source.join("README.md"), folder.join("README.md"))?;
    put_licences(root, &both("rehabplan-c", libraries), folder)?;
    let mut mcs = mcs(&lib.join("Rehabplan.dll"), "library", &[]);
    mcs.arg(format!("-doc:{}", lib.join("Rehabplan.xml").display())).args(files(&source.join("Rehabplan"), "cs")?);
    done(&mut mcs)
}

/// Mono's C# compiler, as strict as it can be.
pub(crate) fn mcs(out: &Path, target: &str, references: &[&Path]) -> Command {
    let mut mcs = Command::new("mcs");
    mcs.args(["-nologo", "-langversion:7.2", "-unsafe", "-warn:4", "-warnaserror"]);
    mcs.arg(format!("-target:{target}")).arg(format!("-out:{}", out.display()));
    for assembly in ["System.Runtime.Serialization", "System.Xml", "System.Xml.Linq"] {
        mcs.arg(format!("-r:{assembly}.dll"));
    }
    mcs.args(references.iter().map(|file| format!("-r:{}", file.display())));
    mcs
}

/// The files of a kind in a folder, sorted.
///
/// # Errors
///
/// When the folder cannot be read.
pub(crate) fn files(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    Ok(files)
}

/// A package, and the platforms that native libraries are built for.
fn both<'p>(package: &'p str, libraries: &[(&str, PathBuf)]) -> Vec<(&'p str, &'static str)> {
    let platform = |name: &str| if name.starts_with("win") { WINDOWS } else { LINUX };
    libraries.iter().map(|(name, _)| (package, platform(name))).collect()
}

/// Runs a command to its end; what it says when it fails is the error.
fn done(command: &mut Command) -> io::Result<()> {
    let output = command.stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(());
    }
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    Err(io::Error::other(format!("{}: {}\n{out}{err}", command.get_program().display(), output.status)))
}

#[cfg(test)]
mod tests {
    use super::{FOR_DOTNET, all_files, nuget};
    use std::collections::BTreeSet;
    use std::fs;
    use std::io;

    use xtask::dependencies::NOTICES;

    /// A program that is published for one platform has all of it in one folder.
    #[test]
    fn files_of_the_nuget_package_can_lie_side_by_side_on_windows() -> io::Result<()> {
        let folder = crate::root().join("target/nuget-test");
        let built = folder.join("built");
        fs::create_dir_all(&built)?;
        let library = built.join("rehabplan.dll");
        fs::write(&library, "")?;
        let package = folder.join("package");
        // Without a compiler, all is there but what it makes.
        let made = nuget(crate::root(), &[("win-x64", library)], &package);
        let mut names = BTreeSet::from(["rehabplan.dll".to_owned()]);
        for file in all_files(&package)?.iter().filter(|file| file.starts_with("runtimes")) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
            assert!(names.insert(name), "{}", file.display());
        }
        assert_eq!(names.len(), 2);
        let notices = fs::read_to_string(package.join(NOTICES))?;
        // What is in every library, and what only those for Windows have.
        for name in ["serde_json", "the runtime of mingw-w64"] {
            assert!(notices.contains(&format!("\n# {name} ")), "{name}");
        }
        let source = fs::read_to_string(crate::root().join("bindings/dotnet/Rehabplan/Native.cs"))?;
        assert!(source.contains(&format!("Library = \"{FOR_DOTNET}\";")));
        drop(made);
        fs::remove_dir_all(folder)
    }
}
