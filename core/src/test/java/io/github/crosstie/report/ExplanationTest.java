package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crosstie.Crosstie;
import io.github.crosstie.TwoOffices;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.RosterDifference;
import io.github.crosstie.assignment.Supposition;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Why this user, why this record, and what if. */
class ExplanationTest {

    private static final ConfigurationId STAFF = new ConfigurationId("staff");

    private final TwoOffices offices = new TwoOffices();
    private final Crosstie crosstie = offices.crosstie();

    private static Resolution annaInAGroupCalled(String name) {
        OrganizationSetup north = TwoOffices.north();
        return north.with(north.directory()
                        .update()
                        .put(new Group(TwoOffices.FIELD, name, name))
                        .build())
                .roster()
                .resolution(TwoOffices.ANNA);
    }

    @Test
    @DisplayName("A8: a flowchart draws the winning way bold and names the reason on every other")
    void flowchartDrawsTheWinningWayBold() {
        String chart = ResolutionDiagram.mermaid(crosstie.explain(TwoOffices.NORTH, TwoOffices.ANNA));

        assertThat(chart).isEqualTo("""
            flowchart LR
              n0["configuration staff"]
              n1["profile Staff"]
              n0 ==> n1
              n2["user 005-anna: SYNCING"]
              n1 ==> n2
              n3["configuration field"]
              n4["group Field"]
              n3 -.->|"a stronger kind of assignment wins"| n4
              n4 -.-> n2
              style n0 font-weight:bold,stroke-width:3px
              style n1 font-weight:bold,stroke-width:3px
              style n2 font-weight:bold,stroke-width:3px
            """);
    }

    @Test
    void whatAnAdminTypedIsTextInAFlowchart() {
        String chart = ResolutionDiagram.mermaid(annaInAGroupCalled("a\"]; click n0 \"javascript:x\"\n<b>&`#"));

        assertThat(chart)
                .contains("group a#34;#93;#59; click n0 #34;javascript:x#34;#92;n#60;b#62;#38;#96;#35;")
                .doesNotContain("<", "`", "\"javascript");
    }

    @Test
    @DisplayName("A8: an image draws the winning way bold and names every reason")
    void imageDrawsTheWinningWayBold() throws Exception {
        String svg = ResolutionDiagram.svg(crosstie.explain(TwoOffices.NORTH, TwoOffices.ANNA));

        Document image = parsed(svg);
        assertThat(image.getDocumentElement().getElementsByTagName("rect").getLength())
                .isEqualTo(5);
        assertThat(svg)
                .contains("font-weight=\"bold\">profile Staff</text>", "fill=\"#111111\">group Field</text>")
                .contains(">a stronger kind of assignment wins</text>", "font-weight=\"bold\">applies</text>");
    }

    @Test
    void whatAnAdminTypedIsTextInAnImage() throws Exception {
        String svg = ResolutionDiagram.svg(annaInAGroupCalled("</text><script>x</script>&\"\u0000\ud800\uffff"));

        assertThat(svg).contains("group &lt;/text&gt;&lt;script&gt;x&lt;/script&gt;&amp;&quot;???");
        assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void whoIsNotAssignedStandsAlone() throws Exception {
        OrganizationSetup north = TwoOffices.north();
        Resolution alone =
                north.with(north.configurations().without(STAFF)).roster().resolution(TwoOffices.BEN);

        assertThat(ResolutionDiagram.mermaid(alone)).isEqualTo("flowchart LR\n  n0[\"user 005-ben: NOT ASSIGNED\"]\n");
        assertThat(ResolutionDiagram.svg(alone)).contains(">no configuration claims the user</text>");
        parsed(ResolutionDiagram.svg(alone));
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(svg)));
    }

    @Test
    @DisplayName(
            "A6: what if a configuration were switched off: who ends, who goes on by another one, and by which way")
    void tellsWhatASwitchedOffConfigurationWouldMean() {
        RosterDifference difference = crosstie.whatIf(TwoOffices.NORTH, Supposition.setActive(STAFF, false));

        assertThat(RosterDifferenceText.of(difference)).isEqualTo("""
            organization 00D-north: 0 begin to sync, 2 end, 1 change their configuration
              ~ user 005-anna, until now by staff, by field: group Field ∋ user 005-anna
              - user 005-ben, until now by staff: profile Staff ∋ user 005-ben
              - user 005-cem, until now by staff: profile Staff ∋ user 005-cem
            """);
        assertThat(crosstie.roster(TwoOffices.NORTH).enrollments()).hasSize(3);
    }

    @Test
    @DisplayName("A9: what if a user came back")
    void tellsWhoWouldBegin() {
        RosterDifference difference = crosstie.whatIf(
                TwoOffices.NORTH,
                Supposition.setActive(TwoOffices.DORA, true)
                        .and(Supposition.addMember(TwoOffices.FIELD, new Member.OfUser(TwoOffices.DORA))));

        assertThat(difference.ofKind(RosterDifference.Kind.BEGINS))
                .extracting(RosterDifference.Change::user, RosterDifference.Change::after)
                .containsExactly(tuple(TwoOffices.DORA, STAFF));
        assertThat(difference.changes()).hasSize(1);
    }

    @Test
    void whatChangesNobodyIsNoDifference() {
        RosterDifference difference = crosstie.whatIf(
                TwoOffices.NORTH, Supposition.removeMember(TwoOffices.FIELD, new Member.OfUser(TwoOffices.ANNA)));

        assertThat(difference.changes()).isEmpty();
    }

    @Test
    void whatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> crosstie.whatIf(TwoOffices.NORTH, Supposition.moveRole(new RoleId("00E-none"), null)))
                .hasMessage("the supposition names role 00E-none, which is not there; ids are case-sensitive");
        assertThatThrownBy(() -> crosstie.whatIf(
                        TwoOffices.NORTH,
                        Supposition.addMember(new GroupId("00G-none"), new Member.OfUser(TwoOffices.ANNA))))
                .hasMessageContaining("group 00G-none");
        assertThatThrownBy(() ->
                        crosstie.whatIf(TwoOffices.NORTH, Supposition.setActive(new ConfigurationId("none"), false)))
                .hasMessageContaining("configuration none");
    }

    @Test
    @DisplayName("S19: why a record is left alone, and when it is looked at again")
    void tellsWhyARecordIsLeftAlone() {
        Item ada = Item.contact()
                .set(ContactFields.SURNAME, "Lovelace")
                .set(ContactFields.GIVEN_NAME, "Ada")
                .build();
        ItemId typed = offices.annasContacts(Side.CRM).create(ada);
        offices.annasContacts(Side.MAIL).create(ada);
        offices.annasContacts(Side.MAIL).create(ada);
        RecordKey record = new RecordKey(Side.CRM, typed);
        SyncPlan plan = crosstie.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();

        String planned = RecordText.of(plan, record);
        SyncResult.Synced result = (SyncResult.Synced) crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);
        String done = RecordText.of(result.rounds().get(ItemKind.CONTACT), record);

        assertThat(planned)
                .startsWith("CRM:" + typed + "\n")
                .contains("(AMBIGUOUS_MATCH)", "looked at again when it changes", "turns up or goes away")
                .doesNotContain("Lovelace");
        assertThat(done)
                .contains("  AMBIGUOUS_MATCH: ", "turns up or goes away")
                .doesNotContain("Lovelace");
    }

    @Test
    void tellsThatARecordIsWrittenAndThatThereIsNothingToTell() {
        ItemId ada = offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        RecordKey record = new RecordKey(Side.CRM, ada);
        SyncPlan plan = crosstie.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();

        SyncResult.Synced result = (SyncResult.Synced) crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(RecordText.of(plan, record)).contains("+ mailbox contact").doesNotContain("Lovelace");
        assertThat(RecordText.of(result.rounds().get(ItemKind.CONTACT), record)).contains("  DONE: as planned\n");
        assertThat(RecordText.of(plan, new RecordKey(Side.CRM, new ItemId("other"))))
                .contains("  nothing: the plan");
    }
}
