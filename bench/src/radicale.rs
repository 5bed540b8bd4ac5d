//! Radicale, a server for calendars that many have, with its own storage and no passwords to compare.

use std::fs;
use std::process::Command;

use crate::Failure;
use crate::hall::Yard;
use crate::load;
use crate::program::{Running, free_address};

/// Its server, with one calendar.
pub(crate) struct Radicale {
    pub(crate) server: Running,
    /// Where the calendar is.
    pub(crate) calendar: String,
}

impl Radicale {
    /// Starts it on a calendar of that user's with these objects.
    pub(crate) async fn start(
        yard: &Yard,
        objects: &[String],
        login: &str,
    ) -> Result<Self, Failure> {
        let program = yard.radicale.as_ref().ok_or("no Radicale")?;
        let folder = yard.fresh("radicale")?;
        let calendar = folder.join("collection-root").join(login).join("calendar");
        fs::create_dir_all(&calendar)?;
        fs::write(calendar.join(".Radicale.props"), "{\"tag\": \"VCALENDAR\"}")?;
        for (n, object) in objects.iter().enumerate() {
            fs::write(calendar.join(format!("{n}.ics")), object)?;
        }
        let (address, config) = (free_address()?, folder.join("config"));
        let text = format!(
            "[server]\nhosts = {address}\nmax_connections = 0\n[auth]\ntype = none\n[storage]\nfilesystem_folder = {}\n\
             [logging]\nlevel = error\n",
            folder.display()
        );
        fs::write(&config, text)?;
        let mut command = Command::new(program);
        command.arg("--config").arg(&config);
        let first = || load::get("/.web/", "");
        let server = Running::start(command, address, &yard.log("radicale"), first).await?;
        Ok(Self {
            server,
            calendar: format!("/{login}/calendar/"),
        })
    }
}
