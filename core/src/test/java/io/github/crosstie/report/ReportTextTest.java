package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.TwoOffices;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private final TwoOffices offices = new TwoOffices();

    @Test
    void rosterCountsEverybodyOnce() {
        String text = RosterText.of(offices.crosstie().roster(TwoOffices.NORTH));

        assertThat(text).isEqualTo("""
                        North: 3 of 4 users sync
                          field      0  contacts both, events off
                          staff      3  contacts both, events off
                          not syncing: 1 inactive users, 0 claimed by inactive configurations only, 0 not assigned
                        """);
    }

    @Test
    @DisplayName("A8: an explanation marks the winning route and says why the others lost")
    void resolutionMarksTheWinner() {
        String text = ResolutionText.of(offices.crosstie().explain(TwoOffices.NORTH, TwoOffices.ANNA));

        assertThat(text).isEqualTo("""
                        user 005-anna syncs by staff
                          => profile Staff ∋ user 005-anna
                               staff: applies
                             group Field ∋ user 005-anna
                               field: a stronger kind of assignment wins
                        """);
    }

    @Test
    void planShowsCreatesWithValues() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);

        String text = PlanText.withValues(plan());

        assertThat(text)
                .contains("  + mailbox contact, from CRM:")
                .contains("      surname            = \"Lovelace\"")
                .endsWith("Plan: 1 to create, 0 to update, 0 to delete, 0 to link, 0 held, 0 left alone"
                        + " (CRM 0 writes, mailbox 1 writes)\n");
    }

    @Test
    void planShowsUpdatesFromOldToNewAndWhatGivesWay() {
        ItemId ada = offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
        ItemId copy =
                offices.annasContacts(Side.MAIL).items().keySet().iterator().next();
        offices.annasContacts(Side.CRM).edit(ada, item -> item.set(ContactFields.SURNAME, "King"));
        offices.annasContacts(Side.MAIL).edit(copy, item -> item.set(ContactFields.SURNAME, "Byron"));

        String text = PlanText.withValues(plan());

        assertThat(text)
                .contains("  ~ mailbox contact ")
                .contains("      surname            = \"Byron\" -> \"King\"")
                .contains("      # surname of the mailbox gives way: \"Byron\", kept in the journal");
    }

    @Test
    void planShowsDeletes() {
        ItemId ada = offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.CRM)
                .create(Item.contact()
                        .set(ContactFields.EMAIL_ADDRESS, "stays@two.example")
                        .build());
        offices.annasContacts(Side.MAIL);
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
        offices.annasContacts(Side.CRM).delete(ada);

        String text = PlanText.withValues(plan());

        assertThat(text)
                .contains("  - mailbox contact ")
                .contains("      surname            = \"Lovelace\"\n")
                .contains("1 to delete");
        assertThat(PlanText.masked(plan())).contains("  - mailbox contact ").doesNotContain("Lovelace", "surname");
    }

    @Test
    @DisplayName("S11: a plan counts the pairs that part, and says why each does")
    void planShowsWhatParts() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
        mail.delete(mail.items().keySet().iterator().next());

        assertThat(PlanText.masked(plan()))
                .contains(" part: the setting for deletions is to detach\n")
                .contains("Pairs that part: 1, as one record was deleted; the other stays\n");
    }

    @Test
    @DisplayName("S3: a plan says that a change wins over a deletion, and so does the text of a record")
    void planShowsWhatComesBack() {
        InMemoryRecords crm = offices.annasContacts(Side.CRM);
        ItemId ada = crm.create(TwoOffices.ada());
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
        mail.delete(mail.items().keySet().iterator().next());
        crm.edit(ada, item -> item.set(ContactFields.SURNAME, "King"));
        String why = "deleted in the mailbox, while its counterpart in the CRM changed or came back; created again";

        SyncPlan plan = plan();
        SyncResult result = offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(PlanText.masked(plan)).contains("      # " + why + "\n");
        assertThat(RecordText.of(plan, new RecordKey(Side.CRM, ada))).contains(why);
        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(RecordText.of(
                                        synced.rounds().get(ItemKind.CONTACT), new RecordKey(Side.CRM, ada)))
                                .contains("RESTORED_AGAINST_DELETION: " + why));
    }

    @Test
    @DisplayName("G6: a masked plan shows no value that a person typed")
    void maskedPlanShowsNoValues() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);

        String text = PlanText.masked(plan());

        assertThat(text).contains("surname            = (value)").doesNotContain("Lovelace", "ada@");
    }

    @Test
    void typedTextCannotBreakALineOrSteerATerminal() {
        offices.annasContacts(Side.CRM)
                .create(Item.contact()
                        .set(ContactFields.SURNAME, "Love\nlace\u001b[31m\u202e")
                        .build());
        offices.annasContacts(Side.MAIL);

        String text = PlanText.withValues(plan());

        assertThat(text).contains("\"Love\\nlace?[31m?\"");
    }

    @Test
    void findingsCarryCodeAndRemedy() {
        String text = ConflictsText.of(offices.crosstie().conflicts(), 1);

        assertThat(text)
                .contains("C1 error, activeInSeveralOrganizations: 1\n")
                .contains("  Mailbox ")
                .contains("    remedy: ")
                .endsWith("findings; they hold 2 users\n")
                .doesNotContain("\n1 findings", "\n0 findings")
                .doesNotContain("ben@two.example");
    }

    @Test
    void findingsAndWhomTheyHoldAreCountedInWords() {
        ConflictReport all = offices.crosstie().conflicts();
        ConflictReport harmless = all.without(TwoOffices.SOUTH);
        ConflictReport none = harmless.without(TwoOffices.NORTH);

        assertThat(ConflictsText.of(harmless, 0)).endsWith("\n2 findings; nobody is held\n");
        assertThat(ConflictsText.of(none, 1)).isEqualTo("no findings\n");
        assertThat(Counted.of(1, "finding", "findings")).isEqualTo("1 finding");
    }

    @Test
    void namesThatPeopleTypedCannotSteerATerminalEither() {
        OrganizationSetup setup = TwoOffices.north();
        OrganizationSetup renamed = setup.with(setup.configurations()
                .edit(new ConfigurationId("staff"), staff -> staff.name("St\u001b[2Jaff\nfake line")));

        String text = RosterText.of(renamed.roster());

        assertThat(text).contains("St?[2Jaff\\nfake line").doesNotContain("\u001b");
    }

    private SyncPlan plan() {
        Crosstie crosstie = offices.crosstie();
        return crosstie.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();
    }
}
