//! The plan of a believable town hall: units, posts and people, for any number of staff.

use time::Date;
use time::macros::date;
use yakusho_kernel::{EmploymentClass, Rng};

use crate::names::{self, Name};

/// The day since which the organisation stands as planned.
pub(crate) const FOUNDED: Date = date!(2021 - 04 - 01);

/// How many of 100 people below the chief clerk are fixed-term members.
const FIXED_TERM_PERCENT: u64 = 22;

/// How many of 1,000 people hold a concurrent post in another section of the department.
const CONCURRENT_PER_MILLE: u64 = 15;

/// The rank of the head of a section.
pub(crate) const SECTION_HEAD: i16 = 6;

/// The rank from which people have no office.
pub(crate) const MEMBER: i16 = 9;

/// The rank of a planned unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    /// 部
    Department,
    /// 課
    Section,
    /// 係
    Unit,
}

/// A unit, named within its parent.
#[derive(Clone, Debug)]
pub(crate) struct PlannedUnit {
    pub(crate) name: String,
    pub(crate) rank: Rank,
    /// Its place in [`Plan::units`].
    pub(crate) parent: Option<usize>,
    /// Whether it processes personal information by computer.
    pub(crate) personal_information: bool,
}

/// A post; several people can hold one that is not a head.
#[derive(Clone, Debug)]
pub(crate) struct PlannedPost {
    pub(crate) title: String,
    /// Its unit's place in [`Plan::units`].
    pub(crate) unit: usize,
    pub(crate) head: bool,
    /// 1 is the highest.
    pub(crate) rank: i16,
}

/// A person with their posts.
#[derive(Clone, Debug)]
pub(crate) struct PlannedPerson {
    pub(crate) number: u32,
    pub(crate) name: Name,
    pub(crate) class: EmploymentClass,
    pub(crate) joined: Date,
    /// The places of their posts in [`Plan::posts`], the main one first.
    pub(crate) posts: Vec<usize>,
}

/// A whole town hall. Parents stand before their children.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) units: Vec<PlannedUnit>,
    pub(crate) posts: Vec<PlannedPost>,
    pub(crate) people: Vec<PlannedPerson>,
}

impl Plan {
    /// Plans a town hall of `staff` people (at least 60, so that each post that a role is bound to is held)
    /// whose units suit the profile of `city`, in about so many sections: unless told, the larger it is, the larger they are.
    pub(crate) fn of(city: &str, staff: usize, sections: Option<usize>, rng: &Rng) -> Self {
        let mut plan = Self::default();
        let top = plan.unit("特別職".to_owned(), Rank::Department, None, false);
        for (title, rank, class) in [
            ("市長", 1, EmploymentClass::Mayor),
            ("副市長", 2, EmploymentClass::DeputyMayor),
            ("教育長", 3, EmploymentClass::Superintendent),
        ] {
            let post = plan.post(title, top, rank == 1, rank);
            plan.person(class, post, rng);
        }
        let wanted = sections.unwrap_or((staff * 4).isqrt());
        let sections = plan.organise(city, staff, wanted, rng);
        plan.fill(&sections, staff, rng);
        plan
    }

    fn post(&mut self, title: &str, unit: usize, head: bool, rank: i16) -> usize {
        self.posts.push(PlannedPost {
            title: title.to_owned(),
            unit,
            head,
            rank,
        });
        self.posts.len() - 1
    }

    /// The post of the unit's head, titled after it: 総務課 has a 総務課長.
    fn head(&mut self, unit: usize, rank: i16) -> usize {
        let name = &self.units[unit].name;
        let title = name
            .strip_suffix("図書館")
            .map_or_else(|| format!("{name}長"), |stem| format!("{stem}図書館長"));
        self.post(&title, unit, true, rank)
    }

    fn unit(
        &mut self,
        name: String,
        rank: Rank,
        parent: Option<usize>,
        personal_information: bool,
    ) -> usize {
        self.units.push(PlannedUnit {
            name,
            rank,
            parent,
            personal_information,
        });
        self.units.len() - 1
    }

    fn person(&mut self, class: EmploymentClass, post: usize, rng: &Rng) -> usize {
        let number = 1_001 + u32::try_from(self.people.len()).unwrap_or(0);
        let years = i32::try_from(rng.below(if class.is_regular() { 20 } else { 3 })).unwrap_or(0);
        let joined = FOUNDED.replace_year(2026 - years).unwrap_or(FOUNDED);
        self.people.push(PlannedPerson {
            number,
            name: names::draw(rng),
            class,
            joined,
            posts: vec![post],
        });
        self.people.len() - 1
    }

    /// Lays out departments and sections with their heads; says for each section its unit and its size.
    fn organise(&mut self, city: &str, staff: usize, wanted: usize, rng: &Rng) -> Vec<usize> {
        let mut sections = Vec::new();
        for (name, names) in departments(city, wanted.max(12)) {
            let department = self.unit(name, Rank::Department, None, false);
            let head = self.head(department, 4);
            self.person(EmploymentClass::Regular, head, rng);
            if staff >= 1_000 {
                let deputy = self.post("次長", department, false, 5);
                self.person(EmploymentClass::Regular, deputy, rng);
            }
            for section in names {
                let personal = PERSONAL.iter().any(|word| section.contains(word));
                let section = self.unit(section, Rank::Section, Some(department), personal);
                let head = self.head(section, SECTION_HEAD);
                self.person(EmploymentClass::Regular, head, rng);
                sections.push(section);
            }
        }
        sections
    }

    /// Fills the sections with units and people until the town hall is full.
    fn fill(&mut self, sections: &[usize], staff: usize, rng: &Rng) {
        let left = staff.saturating_sub(self.people.len());
        for (place, section) in sections.iter().enumerate() {
            let size = left * (place + 1) / sections.len() - left * place / sections.len();
            if size > 0 {
                self.fill_section(*section, size, rng);
            }
        }
    }

    fn fill_section(&mut self, section: usize, size: usize, rng: &Rng) {
        let mut left = size;
        let deputy = self.post("課長補佐", section, false, 7);
        if size > 4 {
            self.person(EmploymentClass::Regular, deputy, rng);
            left -= 1;
        }
        let names = units_of(&self.units[section].name, size.div_ceil(8));
        let count = names.len();
        for (place, name) in names.into_iter().enumerate() {
            let share = left * (place + 1) / count - left * place / count;
            let personal = self.units[section].personal_information;
            let unit = self.unit(name, Rank::Unit, Some(section), personal);
            let head = self.head(unit, 8);
            let (senior, member) = (
                self.post("主査", unit, false, 9),
                self.post("主事", unit, false, 10),
            );
            let fixed = self.post("会計年度任用職員", unit, false, 11);
            for n in 0..share {
                let (class, post) = match n {
                    0 => (EmploymentClass::Regular, head),
                    // Where a unit has two people only, every other section's second is a fixed-term member, so
                    // that the smallest town hall has each class.
                    1 if share == 2 && section.is_multiple_of(2) => {
                        (EmploymentClass::FixedTerm, fixed)
                    }
                    1 => (EmploymentClass::Regular, senior),
                    2 => (EmploymentClass::FixedTerm, fixed),
                    _ if rng.below(100) < FIXED_TERM_PERCENT => (EmploymentClass::FixedTerm, fixed),
                    _ if rng.below(3) == 0 => (EmploymentClass::Regular, senior),
                    _ => (EmploymentClass::Regular, member),
                };
                let person = self.person(class, post, rng);
                if n > 0 && class.is_regular() && rng.below(1_000) < CONCURRENT_PER_MILLE {
                    self.people[person].posts.push(deputy);
                }
            }
        }
    }
}

/// Words in names of sections that process personal information by computer.
const PERSONAL: [&str; 9] = [
    "市民",
    "税",
    "保険",
    "福祉",
    "子ども",
    "介護",
    "健康",
    "学校",
    "人事",
];

/// Departments with their sections, about as many sections as wanted.
fn departments(city: &str, wanted: usize) -> Vec<(String, Vec<String>)> {
    let (home, information) = match city {
        "shiroishi" => ("総務部", "デジタル推進課"),
        "muko" => ("総務部", "情報推進課"),
        _ => ("総合政策部", "情報政策課"),
    };
    let mut all: Vec<(String, Vec<String>)> = DEPARTMENTS
        .iter()
        .map(|(department, sections)| {
            let mut sections: Vec<String> =
                sections.iter().map(|name| (*name).to_owned()).collect();
            if *department == home {
                sections.insert(1, information.to_owned());
            }
            ((*department).to_owned(), sections)
        })
        .collect();
    // A small town hall has fewer sections in each department; what roles are bound to comes first in the lists.
    let count = |all: &[(String, Vec<String>)]| {
        all.iter()
            .map(|(_, sections)| sections.len())
            .sum::<usize>()
    };
    while count(&all) > wanted && all.iter().any(|(_, sections)| sections.len() > 3) {
        if let Some((_, sections)) = all.iter_mut().max_by_key(|(_, sections)| sections.len()) {
            sections.pop();
        }
    }
    // A large one has branch offices.
    let mut branch = 1;
    while count(&all) + BRANCH.len() <= wanted {
        let name = BRANCHES
            .get(branch - 1)
            .map_or_else(|| format!("第{branch}支所"), |name| format!("{name}支所"));
        let sections = BRANCH
            .iter()
            .map(|section| format!("{name}{section}"))
            .collect();
        all.push((name, sections));
        branch += 1;
    }
    all
}

/// The names of a section's units.
fn units_of(section: &str, count: usize) -> Vec<String> {
    let stem = section
        .strip_suffix('課')
        .or_else(|| section.strip_suffix('室'))
        .unwrap_or(section);
    let known: &[&str] = match stem {
        "情報政策" | "デジタル推進" | "情報推進" => {
            &["情報管理係", "情報化推進係", "統計係"]
        }
        "総務" => &["行政係", "法規文書係", "秘書係"],
        "人事" => &["人事係", "給与係", "研修厚生係"],
        "財政" => &["財政係", "管財係", "契約係"],
        "市民" => &["窓口係", "戸籍係", "市民相談係"],
        "税務" => &["市民税係", "資産税係", "収納係"],
        _ => &["庶務係", "管理係", "事業係", "指導係"],
    };
    let mut names: Vec<String> = known
        .iter()
        .take(count.max(1))
        .map(|name| (*name).to_owned())
        .collect();
    while names.len() < count.min(40) {
        names.push(format!("第{}係", names.len() + 1));
    }
    names
}

const DEPARTMENTS: &[(&str, &[&str])] = &[
    (
        "総合政策部",
        &[
            "企画政策課",
            "広報広聴課",
            "地域振興課",
            "危機管理課",
            "男女共同参画課",
        ],
    ),
    (
        "総務部",
        &["総務課", "財政課", "人事課", "管財課", "契約検査課"],
    ),
    (
        "市民部",
        &[
            "市民課",
            "税務課",
            "保険年金課",
            "環境課",
            "人権推進課",
            "生活安全課",
        ],
    ),
    (
        "福祉部",
        &[
            "福祉課",
            "子ども課",
            "介護保険課",
            "健康推進課",
            "障がい福祉課",
            "高齢者支援課",
        ],
    ),
    (
        "産業建設部",
        &[
            "商工観光課",
            "農政課",
            "土木課",
            "都市計画課",
            "建築住宅課",
            "道路維持課",
        ],
    ),
    ("上下水道局", &["業務課", "水道課", "下水道課", "浄水課"]),
    (
        "教育委員会事務局",
        &[
            "学校教育課",
            "生涯学習課",
            "文化スポーツ課",
            "学校給食課",
            "図書館",
        ],
    ),
];

const BRANCHES: &[&str] = &[
    "中央", "東", "西", "南", "北", "港", "緑", "川西", "川東", "山手", "湖南", "城下",
];

const BRANCH: &[&str] = &[
    "総務課",
    "市民課",
    "税務課",
    "福祉課",
    "保険年金課",
    "健康課",
    "建設課",
    "地域振興課",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_filled_exactly_and_every_head_is_held() {
        for (city, staff) in [
            ("model", 60),
            ("model", 300),
            ("nogata", 300),
            ("shiroishi", 450),
            ("muko", 3_500),
        ] {
            let plan = Plan::of(city, staff, None, &Rng::seeded(1));
            assert_eq!(plan.people.len(), staff, "{city} {staff}");
            let held = |post: usize| {
                plan.people
                    .iter()
                    .any(|person| person.posts.contains(&post))
            };
            let vacant = plan
                .posts
                .iter()
                .enumerate()
                .filter(|(post, planned)| planned.rank <= 6 && !held(*post));
            assert_eq!(vacant.count(), 0, "{city} {staff}");
            let member = |regular: bool| {
                let mut people = plan.people.iter();
                people.any(|person| {
                    person.class.is_regular() == regular
                        && plan.posts[person.posts[0]].rank >= MEMBER
                })
            };
            assert!(member(true) && member(false), "{city} {staff}");
        }
    }

    #[test]
    fn what_roles_are_bound_to_is_there() {
        for (city, wanted) in [
            ("model", &["総合政策部", "総務部", "情報管理係"][..]),
            ("nogata", &["総合政策部", "情報管理係"]),
            (
                "shiroishi",
                &["総務部", "総務課", "財政課", "デジタル推進課"],
            ),
            ("muko", &["総務部", "情報推進課"]),
        ] {
            for staff in [100, 300, 5_000] {
                let plan = Plan::of(city, staff, None, &Rng::seeded(1));
                for name in wanted {
                    assert!(
                        plan.units.iter().any(|unit| unit.name == *name),
                        "{city} {staff} {name}"
                    );
                }
            }
        }
    }
}
