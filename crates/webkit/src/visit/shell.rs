//! The shell of a page, filled in for this visit.

use std::sync::atomic::Ordering;

use futures_util::TryFutureExt as _;
use futures_util::future::try_join3;
use yakusho_kernel::Notices;

use super::see_other::CAUTION;
use super::{Announced, SAYING_COOKIE, Visit};
use crate::Problem;
use crate::page::{Shell, UserBox, paths};
use crate::text::Common;
use crate::ui::Alert;

impl Visit {
    /// What surrounds the page: who is signed in, the navigation with what waits there, the number of
    /// unread notices, and what the last act said.
    pub async fn shell(&self) -> Result<Shell, Problem> {
        let mut shell = self.bare_shell();
        let Some(me) = self.signed_in() else {
            let announced = self.site().authenticator().announced(&self.cx).await?;
            self.announce(&mut shell, &announced);
            return Ok(shell);
        };
        self.announce(&mut shell, &me.maintenance.announced);
        self.csrf().clone_into(&mut shell.csrf);
        shell.user = Some(UserBox {
            name: me.display_name.clone(),
            post: me.post.clone(),
            acting_for: me.acting_for.as_ref().map(|(whom, kind)| {
                let (whom, kind) = (whom.clone(), kind(self.lang).into_owned());
                Common::ProxyOf { whom, kind }.to(self.lang).into_owned()
            }),
            menu: self.site().user_menu(self.lang),
        });
        shell.search = self.site().has_page(paths::SEARCH);
        shell.regulation = self.site().has_page(paths::REGULATION);
        let beside = async {
            if !self.is_reading() {
                return Ok(Vec::new());
            }
            self.site().beside(self, self.path()).await
        };
        let unread = Notices(me.standing.person).unseen_once(&self.cx);
        (shell.nav, shell.unread, shell.beside) = try_join3(
            self.site().navigation(self),
            unread.map_err(Problem::from),
            beside,
        )
        .await?;
        Ok(shell)
    }

    /// Puts what is announced above everything else.
    fn announce(&self, shell: &mut Shell, announced: &[Announced]) {
        let alerts = announced
            .iter()
            .map(|one| one.alert(self.lang, self.cx.now()));
        shell.notices.splice(0..0, alerts);
    }

    /// The shell without anything that the database would have to tell.
    pub(crate) fn bare_shell(&self) -> Shell {
        let saying = self.cookie(SAYING_COOKIE).inspect(|_| {
            self.about.said.store(true, Ordering::Relaxed);
        });
        Shell {
            lang: self.lang,
            city: self.cx.city().name(self.lang).to_owned(),
            version: self.site().settings().version.clone(),
            // What was sent cannot be come back to.
            here: if self.is_reading() {
                self.here()
            } else {
                paths::HOME
            }
            .to_owned(),
            today: self.cx.today(),
            csrf: String::new(),
            user: None,
            nav: Vec::new(),
            unread: 0,
            notices: saying
                .map(|words| match words.strip_prefix(CAUTION) {
                    Some(words) => Alert::warning(self.lang, words),
                    None => Alert::success(self.lang, words),
                })
                .into_iter()
                .collect(),
            search: false,
            regulation: false,
            beside: Vec::new(),
        }
    }

    /// The shell as far as it can be had: for pages that say that something failed.
    pub(crate) async fn shell_or_bare(&self) -> Shell {
        match self.shell().await {
            // What failed is no page of the thing that was asked for.
            Ok(shell) => Shell {
                beside: Vec::new(),
                ..shell
            },
            Err(problem) => {
                tracing::warn!(?problem, "the page is shown without its surroundings");
                self.bare_shell()
            }
        }
    }
}
