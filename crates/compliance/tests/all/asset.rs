//! The register of equipment, systems, and who answers for them.

use yakusho_attachments::AttachmentId;
use yakusho_blobs::Blobs;
use yakusho_compliance::asset::{
    self, Asset, AssetForm, AssetKind, AssetState, Filter, ImportColumn,
};
use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_compliance::inventory::{
    self, DataSetForm, ManagerForm, PersonalKind, SystemClass, SystemFilter, SystemForm,
};
use yakusho_kernel::{Fault, Reason, versions};
use yakusho_testkit::keeps;

use crate::Hall;
use crate::consultation::why;

impl Hall {
    /// Equipment of that kind and number, of the section of the citizens.
    pub(crate) fn equipment(&self, kind: AssetKind, number: &str) -> AssetForm {
        AssetForm {
            kind,
            number: number.to_owned(),
            name: "窓口の機器".to_owned(),
            section: self.town.unit("citizens"),
            place: "本庁舎1階".to_owned(),
            system: None,
            state: AssetState::InUse,
            about: String::new(),
        }
    }

    /// The same, registered by the head of the section.
    pub(crate) async fn registered(&self, form: AssetForm) -> AssetId {
        let cx = self.cx("head").await;
        *asset::add(&cx, form).await.unwrap()
    }

    /// A file that somebody sent, to be hung on something.
    pub(crate) async fn uploaded(&self, key: &str, name: &str) -> AttachmentId {
        let folder = self.world.folder().join("blobs");
        let blobs = Blobs::on_disk(folder).await.unwrap();
        let cx = self.cx(key).await;
        let file = yakusho_attachments::upload(&cx, &blobs, name, &b"%PDF-1.7"[..]).await;
        file.unwrap().id
    }

    /// A system of that section, entered as it must be where the city asks for a consultation.
    pub(crate) async fn system_of(
        &self,
        section: &str,
        head: &str,
        class: SystemClass,
    ) -> SystemId {
        let form = SystemForm {
            name: format!("住民情報システム{}", class.code()),
            class,
            section: self.town.unit(section),
            research: false,
        };
        let cx = self.cx(head).await;
        let by = self.consulted_for(section, head).await;
        *inventory::add_system(&cx, form, by).await.unwrap()
    }
}

#[tokio::test]
async fn equipment_stands_in_the_register_with_kind_place_section_and_state() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:2(8)");
        let id = hall
            .registered(hall.equipment(AssetKind::Printer, "P-001"))
            .await;
        let head = hall.cx("head").await;
        let moved = AssetForm {
            place: "本庁舎2階".to_owned(),
            state: AssetState::Stored,
            ..hall.equipment(AssetKind::Printer, "P-001")
        };
        let _ = asset::change(&head, id, 1, moved.clone()).await.unwrap();
        let late = asset::change(&head, id, 1, moved).await;
        assert!(matches!(late, Err(Fault::Conflict(_))));
        let kept = versions(&head.reader(), &id, 10).await.unwrap();
        let places = kept
            .iter()
            .map(|one| one.content["place"].as_str().unwrap());
        assert_eq!(places.collect::<Vec<_>>(), ["本庁舎2階", "本庁舎1階"]);

        let other = hall.equipment(AssetKind::Server, " ｐ-００１ ");
        let Err(Fault::Invalid(taken)) = asset::add(&head, other).await else {
            unreachable!("the number is taken");
        };
        assert_eq!(
            (&*taken.errors[0].field, &taken.errors[0].reason),
            ("number", &Reason::Taken)
        );
    }
}

#[tokio::test]
async fn what_muko_defines_are_kinds_of_the_register() {
    for hall in Hall::both("muko").await {
        keeps!("muko:2");
        for (number, kind) in [
            ("1", AssetKind::Server),
            ("2", AssetKind::Terminal),
            ("3", AssetKind::Media),
            ("4", AssetKind::Account),
        ] {
            let id = hall.registered(hall.equipment(kind, number)).await;
            let shown = asset::show(&hall.cx("head").await, id).await.unwrap();
            assert_eq!(shown.kind, kind);
        }
        assert!(AssetKind::Server.is_central() && !AssetKind::Terminal.is_central());
    }
}

#[tokio::test]
async fn a_section_keeps_its_own_and_sees_no_other_s() {
    for hall in Hall::both("shiroishi").await {
        let id = hall
            .registered(hall.equipment(AssetKind::Terminal, "T-1"))
            .await;
        let stranger = hall.cx("planning_head").await;
        let form = hall.equipment(AssetKind::Terminal, "T-2");
        assert_eq!(
            why(&asset::add(&stranger, form.clone()).await),
            "not_section_manager"
        );
        assert!(matches!(
            asset::show(&stranger, id).await,
            Err(Fault::NotFound)
        ));
        let hidden = asset::change(&stranger, id, 1, form.clone()).await;
        assert!(matches!(hidden, Err(Fault::NotFound)));
        let clerk = hall.cx("clerk").await;
        assert!(asset::show(&clerk, id).await.is_ok());
        assert_eq!(
            why(&asset::change(&clerk, id, 1, form).await),
            "not_section_manager"
        );
        let listed = asset::list(&stranger, &Filter::default(), None, 10).await;
        assert_eq!(listed.unwrap().items, []);
        let manager = hall.cx("affairs_director").await;
        let all = asset::list(&manager, &Filter::default(), None, 10).await;
        assert_eq!(all.unwrap().items.len(), 1);
    }
}

#[tokio::test]
async fn the_register_is_found_by_kind_words_and_page() {
    for hall in Hall::both("shiroishi").await {
        for number in ["A-1", "A-2", "B-1"] {
            let kind = if number == "B-1" {
                AssetKind::Server
            } else {
                AssetKind::Terminal
            };
            hall.registered(hall.equipment(kind, number)).await;
        }
        let cx = hall.cx("clerk").await;
        let numbers = async |filter: Filter, size| {
            let page = asset::list(&cx, &filter, None, size).await.unwrap();
            let numbers: Vec<String> = page.items.into_iter().map(|one| one.number).collect();
            (numbers, page.next)
        };
        let (first, next) = numbers(Filter::default(), 2).await;
        assert_eq!(first, ["A-1", "A-2"]);
        let rest = asset::list(&cx, &Filter::default(), next.as_ref(), 2)
            .await
            .unwrap();
        assert_eq!(rest.items[0].number, "B-1");
        assert!(rest.next.is_none());
        let servers = Filter {
            kind: Some(AssetKind::Server),
            ..Filter::default()
        };
        assert_eq!(numbers(servers, 9).await.0, ["B-1"]);
        for (words, found) in [("ａ-", 2), ("本庁舎", 3), ("100%", 0), ("_", 0)] {
            let filter = Filter {
                words: words.to_owned(),
                ..Filter::default()
            };
            assert_eq!(numbers(filter, 9).await.0.len(), found, "{words}");
        }
    }
}

const FAULTY: &str = "管理番号,種類,名称,所属コード,状態\r\n\
    T-1,端末装置,窓口端末,1020,使用中\r\n\
    T-1,端末装置,窓口端末,1020,\r\n\
    ,電話,,9999,こわれた\r\n\
    T-3,端末装置,企画の端末,2010,\r\n";

#[tokio::test]
async fn a_file_is_tried_out_and_taken_in_whole_or_not_at_all() {
    for hall in Hall::both("shiroishi").await {
        let cx = hall.cx("head").await;
        let plan = asset::try_import(&cx, FAULTY.as_bytes()).await.unwrap();
        let found: Vec<_> = plan
            .faults
            .iter()
            .map(|fault| (fault.line, fault.column.unwrap(), fault.reason.clone()))
            .collect();
        assert_eq!(
            found,
            [
                (3, ImportColumn::Number, Reason::Taken),
                (4, ImportColumn::Kind, Reason::Unknown),
                (4, ImportColumn::State, Reason::Unknown),
                (4, ImportColumn::Section, Reason::Unknown),
                (
                    5,
                    ImportColumn::Section,
                    Reason::Code("not_section_manager")
                ),
            ]
        );
        let refused = asset::import(&cx, FAULTY.as_bytes()).await;
        assert!(matches!(refused, Err(Fault::Invalid(faults)) if faults.errors.len() == 5));
        let nothing = asset::list(&cx, &Filter::default(), None, 9).await.unwrap();
        assert_eq!(nothing.items, []);

        let keeper = hall.cx("systems_head").await;
        let file = "number,kind,name,section,about\nT-1,terminal,窓口端末,1020,=1+1\nT-3,端末装置,企画の端末,2010,\n";
        let done = asset::import(&keeper, file.as_bytes()).await.unwrap();
        assert_eq!(*done, (2, 0));
        // What was written reads back: nothing changes, and one line changed changes one entry.
        let written = asset::export(&keeper).await.unwrap().into_inner();
        let text = String::from_utf8(written.clone()).unwrap();
        assert!(text.contains("'=1+1"), "{text}");
        let same = asset::try_import(&keeper, &written).await.unwrap();
        assert_eq!((same.added, same.changed, same.faults.len()), (0, 0, 0));
        let changed = text.replace("窓口端末", "窓口端末1号");
        let done = asset::import(&keeper, changed.as_bytes()).await.unwrap();

        assert_eq!(*done, (0, 1));
        let listed = asset::list(&keeper, &Filter::default(), None, 9)
            .await
            .unwrap();
        let named: Vec<&Asset> = listed
            .items
            .iter()
            .filter(|one| one.number == "T-1")
            .collect();
        assert_eq!((&*named[0].name, &*named[0].about), ("窓口端末1号", "=1+1"));
        // What a file has no column for stays: nothing disposed of comes back by a list of names.
        let gone =
            "number,kind,name,section,place,state\nT-1,端末装置,窓口端末1号,1020,窓口,廃棄済み\n";
        let done = asset::import(&keeper, gone.as_bytes()).await.unwrap();
        assert_eq!(*done, (0, 1));
        let bare = "number,kind,name,section\nT-1,端末装置,窓口端末1号,1020\n";
        let same = asset::try_import(&keeper, bare.as_bytes()).await.unwrap();
        assert_eq!((same.added, same.changed, &*same.faults), (0, 0, &[][..]));
        // Whoever keeps one section's entries takes none of another's.
        let plan = asset::try_import(&cx, changed.as_bytes()).await.unwrap();
        assert_eq!(plan.faults.len(), 2, "{:?}", plan.faults);
    }
}

#[tokio::test]
async fn a_system_stands_with_its_side_its_equipment_connections_and_personal_information() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:2(4)-(7)");
        let mut systems = Vec::new();
        for class in SystemClass::ALL {
            systems.push(hall.system_of("citizens", "head", class).await);
        }
        let id = systems[3];
        let host = AssetForm {
            system: Some(id),
            ..hall.equipment(AssetKind::Server, "S-1")
        };
        hall.registered(host).await;
        let cx = hall.cx("head").await;
        let data = DataSetForm {
            name: "住民基本台帳".to_owned(),
            section: hall.town.unit("citizens"),
            personal: false,
            kinds: vec![PersonalKind::Basic, PersonalKind::MyNumber],
            system: Some(id),
            about: String::new(),
        };
        let _ = inventory::add_data_set(&cx, data).await.unwrap();
        let filter = SystemFilter {
            class: Some(SystemClass::BusinessInner),
            words: "住民情報".to_owned(),
            ..SystemFilter::default()
        };
        let found = inventory::find_systems(&cx, &filter, None, 9)
            .await
            .unwrap();
        assert_eq!(found.items.len(), 1);
        assert_eq!(found.items[0].class, SystemClass::BusinessInner);
        let of_system = Filter {
            system: Some(id),
            ..Filter::default()
        };
        let hosts = asset::list(&cx, &of_system, None, 9).await.unwrap();
        assert_eq!(hosts.items.len(), 1);
        let held = inventory::data_of_system(&cx, id).await.unwrap();
        assert!(held[0].personal, "it is personal information");
        assert_eq!(held[0].kinds, [PersonalKind::Basic, PersonalKind::MyNumber]);
        let connected = inventory::connections(&cx, Some(id), None, 9)
            .await
            .unwrap();
        assert_eq!(connected.items, []);
    }
}

fn managed(hall: &Hall, section: &str) -> ManagerForm {
    ManagerForm {
        section: hall.town.unit(section),
        from: crate::TODAY,
        agreed: Vec::new(),
        files: Vec::new(),
    }
}

#[tokio::test]
async fn the_manager_of_an_information_side_system_is_designated_by_the_system_manager() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:10-1");
        let id = hall
            .system_of("citizens", "head", SystemClass::InformationInner)
            .await;
        let head = hall.cx("head").await;
        let own = inventory::set_manager(&head, id, 1, managed(&hall, "systems")).await;
        assert_eq!(why(&own), "role");
        let director = hall.cx("affairs_director").await;
        let _ = inventory::set_manager(&director, id, 1, managed(&hall, "systems"))
            .await
            .unwrap();
        let stands = inventory::manager(&director, id).await.unwrap();
        assert_eq!(stands.unwrap().section, hall.town.unit("systems"));
        let acts = yakusho_testkit::acts_of(&director).await;
        assert_eq!(acts, ["inventory.set_manager"]);
    }
}

#[tokio::test]
async fn those_who_share_a_business_side_system_agree_with_the_agreement_on_file() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:10-2");
        let id = hall
            .system_of("citizens", "head", SystemClass::BusinessInner)
            .await;
        let head = hall.cx("head").await;
        let faults = async |form: ManagerForm| {
            let Err(Fault::Invalid(invalid)) = inventory::set_manager(&head, id, 1, form).await
            else {
                unreachable!("it is refused");
            };
            let fields = invalid.errors.into_iter().map(|error| error.field);
            fields.collect::<Vec<_>>()
        };
        assert_eq!(faults(managed(&hall, "planning")).await, ["agreed"]);
        let sections = ["planning", "citizens"]
            .map(|key| hall.town.unit(key))
            .to_vec();
        let agreed = ManagerForm {
            agreed: sections,
            ..managed(&hall, "planning")
        };
        assert_eq!(faults(agreed.clone()).await, ["files"]);
        let file = hall.uploaded("head", "協議書.pdf").await;
        let on_file = ManagerForm {
            files: vec![file],
            ..agreed
        };
        let _ = inventory::set_manager(&head, id, 1, on_file).await.unwrap();
        let stands = inventory::manager(&head, id).await.unwrap().unwrap();
        assert_eq!(stands.files.len(), 1);
        assert_eq!(stands.agreed.len(), 2);
        // The one whose business it is takes it back alone.
        let _ = inventory::set_manager(&head, id, 2, managed(&hall, "citizens"))
            .await
            .unwrap();
        let last = inventory::managers(&head, id, None, 1).await.unwrap();
        assert!(last.items[0].superseded_at.is_none());
        let first = inventory::managers(&head, id, last.next.as_ref(), 1).await;
        let first = first.unwrap();
        assert_eq!(first.items[0].id, stands.id);
        assert!(first.items[0].superseded_at.is_some() && first.next.is_none());
        let other = hall
            .system_of("planning", "planning_head", SystemClass::BusinessInner)
            .await;
        let elsewhere = inventory::recorded_manager(&head, other, stands.id).await;
        assert!(matches!(elsewhere, Err(Fault::NotFound)));
    }
}
