//! Chromium and its driver, for the tests that need a real browser.

use crate::command::{Failure, ask, command, run};
use crate::workshop::{Workshop, on_path};
use std::env;
use std::path::PathBuf;

/// A browser, and the driver of the same version.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/// Where the browsers live on systems that do not put them on the PATH.
const PLACES: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

pub fn provide(workshop: &mut Workshop) -> Result<String, Failure> {
    let mut installed = false;
    let mut found = look();
    if found.is_none() && debian_as_root() {
        let advice =
            "Check that the network is up, or install chromium and chromium-driver yourself, then run this again.";
        run(command("apt-get", &workshop.root).arg("update"), advice)?;
        run(
            command("apt-get", &workshop.root).env("DEBIAN_FRONTEND", "noninteractive").args([
                "install",
                "--yes",
                "--no-install-recommends",
                "chromium",
                "chromium-driver",
            ]),
            advice,
        )?;
        installed = true;
        found = look();
    }
    let chromium =
        found.ok_or_else(|| Failure::new("Chromium and chromedriver were not both found.", how_to_install()))?;
    let version = same_version(&chromium)?;
    workshop.chromium = Some(chromium);
    Ok(if installed { format!("{version}, installed") } else { version })
}

fn look() -> Option<Chromium> {
    let given = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_file());
    let browser = given("HEADWATER_CHROMIUM")
        .or_else(|| BROWSERS.iter().find_map(|name| on_path(name)))
        .or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))?;
    // CHROMEWEBDRIVER is a folder: some hosted machines set it.
    let driver = given("CHROMEDRIVER")
        .or_else(|| {
            let folder = PathBuf::from(env::var_os("CHROMEWEBDRIVER")?);
            Some(folder.join(format!("chromedriver{}", env::consts::EXE_SUFFIX))).filter(|path| path.is_file())
        })
        .or_else(|| on_path("chromedriver"))?;
    Some(Chromium { browser, driver })
}

/// The version, once browser and driver agree on its first number; they refuse to work together otherwise.
fn same_version(chromium: &Chromium) -> Result<String, Failure> {
    let version = |path: &PathBuf| {
        let said = ask(command(path, &env::temp_dir()).arg("--version"))?;
        said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
    };
    let driver = version(&chromium.driver).ok_or_else(|| {
        Failure::new(format!("{} does not run.", chromium.driver.display()), "Install it again, then run this again.")
    })?;
    // Chrome for Windows has no --version.
    let browser = if cfg!(windows) { Some(driver.clone()) } else { version(&chromium.browser) };
    let browser = browser.ok_or_else(|| {
        Failure::new(format!("{} does not run.", chromium.browser.display()), "Install it again, then run this again.")
    })?;
    if browser.split('.').next() != driver.split('.').next() {
        return Err(Failure::new(
            format!("Chromium is {browser} but chromedriver is {driver}."),
            "Install both in the same version, or set HEADWATER_CHROMIUM and CHROMEDRIVER to a pair that fits.",
        ));
    }
    Ok(browser)
}

fn debian_as_root() -> bool {
    cfg!(target_os = "linux")
        && on_path("apt-get").is_some()
        && ask(command("id", &env::temp_dir()).arg("-u")).is_some_and(|id| id == "0")
}

fn how_to_install() -> &'static str {
    if cfg!(target_os = "macos") {
        "Run `brew install --cask chromium chromedriver`, then run this again. \
         Or set HEADWATER_CHROMIUM and CHROMEDRIVER to the two programs."
    } else if cfg!(windows) {
        "Install Chrome and the chromedriver of the same version (https://googlechromelabs.github.io/chrome-for-testing), \
         and set HEADWATER_CHROMIUM and CHROMEDRIVER to the two programs."
    } else {
        "Run `sudo apt-get update && sudo apt-get install -y chromium chromium-driver` (or what your system calls them), \
         then run this again. Or set HEADWATER_CHROMIUM and CHROMEDRIVER to the two programs."
    }
}
