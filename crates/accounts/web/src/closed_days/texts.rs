//! What the pages of closed days say.

yakusho_webkit::texts! {
    /// Texts of the closed days.
    pub(super) enum Text {
        ClosedDays: "閉庁日" / "Closed days";
        Intro: "土曜日・日曜日、祝日、年末年始のほかに、市が独自に閉庁する日と、休日に開庁する日を登録します。期限の計算や督促は、この暦に従います。" / "Besides Saturdays, Sundays, public holidays and the days around the new year, the city closes some days of its own and opens on others. Due dates and reminders follow this calendar.";
        FiscalYear { year: String }: "{year}" / "Fiscal {year}";
        Day: "日" / "Day";
        Why: "理由" / "Reason";
        Kind: "区分" / "Kind";
        ByLaw: "法律・条例による" / "By law";
        CityClosed: "市の閉庁日" / "Closed by the city";
        CityOpened: "休日開庁" / "Opened by the city";
        YearEnd: "年末年始" / "Around the new year";
        Weekend: "土曜日・日曜日" / "Saturday or Sunday";
        WeekendsToo: "土曜日・日曜日は、祝日と重なるものと市が登録したものだけを載せています。" / "Saturdays and Sundays are listed only where they are holidays, or the city says something of them.";
        Unknown: "この年度の祝日はまだわかりません。" / "The holidays of this year are not known.";

        Add: "日を登録する" / "Add a day";
        Word: "取扱い" / "What it is";
        Close: "閉庁する" / "The town hall is closed";
        Open: "開庁する" / "The town hall works";
        ReasonHelp: "職員と住民に表示されます。例:市制施行記念日" / "Shown to staff and citizens, such as: anniversary of the city";
        Replaces: "すでに登録のある日は、新しい内容に置き換わります。" / "What was said of the day before is replaced.";
        Set: "登録しました。" / "The day was recorded.";
        Withdraw: "取り消す" / "Take back";
        Withdrawn: "登録を取り消しました。" / "The day was taken back.";
    }
}
