package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.TwoOffices;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.SyncPlan;
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

        assertThat(text).contains("  - mailbox contact ").contains("1 to delete");
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
                .doesNotContain("ben@two.example");
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
