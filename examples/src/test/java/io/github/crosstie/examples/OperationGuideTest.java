package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.json.OutcomeJson;
import io.github.crosstie.json.PlanDifferenceJson;
import io.github.crosstie.json.StatusJson;
import io.github.crosstie.page.PlanDifferencePage;
import io.github.crosstie.page.StatusPage;
import io.github.crosstie.plan.PlanDifference;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeCsv;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.report.PlanDifferenceText;
import io.github.crosstie.report.RetryClass;
import io.github.crosstie.report.StatusText;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/operation.md that reports, which is compared with this file line by line. */
class OperationGuideTest {

    private final SyncedUser user = SyncedUser.create();
    private final Crosstie crosstie = user.crosstie();
    private final OrganizationId acme = user.organization();
    private final UserId anna = user.id();
    private final Clock clock = user.clock();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void anOperatorReportsHowEverybodyFares() throws IOException {
        user.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        user.mailContacts().faults().loseReplyOnce();
        Executor threads = Runnable::run;
        Schedule schedule = Schedule.EMPTY;

        // spotless:off
        DispatchReport ran = crosstie.syncAll(threads, DispatchSettings.DEFAULT, schedule)
                .report()
                .toCompletableFuture()
                .join();
        OutcomeReport outcomes =
                OutcomeReport.builder("run-7", clock.instant()).add(ran).build();
        Files.writeString(folder.resolve("outcomes.csv"), OutcomeCsv.of(outcomes)); // for a spreadsheet
        String waiting = OutcomeJson.write(outcomes.ofRetry(Set.of(RetryClass.PERSON))); // what somebody has to do

        OrganizationStatus status = crosstie.status(acme);
        System.out.print(StatusText.of(status)); // for a terminal
        String monitored = StatusJson.write(status); // for other programs
        String page = StatusPage.of("Acme", List.of(status)) // for people
                .conflicts(crosstie.conflicts().conflicts())
                .held(crosstie.heldDeletions(acme, anna, ItemKind.CONTACT).stream()
                        .toList())
                .outcomes(outcomes)
                .plans(crosstie.plan(acme, anna, ItemKind.CONTACT).stream().toList())
                .html();
        // spotless:on

        assertThat(folder.resolve("outcomes.csv")).content().contains("ANSWER_LOST");
        assertThat(waiting).contains("\"outcomes\": []");
        assertThat(monitored).contains("\"users\": 1");
        assertThat(page).contains("ANSWER_LOST", "Contacts of ", "id=\"plans\"").doesNotContain("Lovelace");
    }

    @Test
    void anOperatorBringsBackWhatTheSyncOverwrote() {
        ItemId ada = user.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        user.sync();
        ItemId copy = user.mailContacts().items().keySet().iterator().next();
        user.crmContacts().edit(ada, item -> item.set(ContactFields.JOB_TITLE, "Analyst"));
        user.mailContacts().edit(copy, item -> item.set(ContactFields.JOB_TITLE, "Countess"));
        user.sync();
        List<String> asked = new ArrayList<>();
        BiConsumer<@Nullable Object, @Nullable Object> ask = (lost, kept) -> asked.add(lost + " or " + kept);

        // spotless:off
        for (JournalEntry line : crosstie.journal(acme, anna, ItemKind.CONTACT)) { // oldest first
            System.out.println(line); // when, which two records, which field, who lost: no value
            FieldConflict conflict = line.conflict();
            ask.accept(conflict.lost(), conflict.kept()); // the values: personal data, not for a log
        }
        RoundPolicy policy =
                RoundPolicy.DEFAULT.withJournalRetention(Duration.ofDays(30)); // for the builder's policy(...)
        // spotless:on

        assertThat(asked).containsExactly("Countess or Analyst");
        assertThat(crosstie.journal(acme, anna, ItemKind.CONTACT))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.toString()).contains("jobTitle").doesNotContain("Countess"));
        assertThat(policy.journalRetention()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void anOperatorSeesWhatHasChangedSinceAPlanWasAgreed() {
        ItemId ada = user.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        SyncPlan agreed = crosstie.plan(acme, anna, ItemKind.CONTACT).orElseThrow();
        user.crmContacts().edit(ada, item -> item.set(ContactFields.JOB_TITLE, "Countess"));

        // spotless:off
        SyncPlan now = crosstie.plan(acme, anna, ItemKind.CONTACT).orElseThrow();
        PlanDifference difference = PlanDifference.between(agreed, now);
        System.out.print(PlanDifferenceText.masked(ItemKind.CONTACT, difference)); // for a terminal
        String page = PlanDifferencePage.masked(agreed, now); // for people
        String json = PlanDifferenceJson.write(difference); // for other programs; holds values
        // spotless:on

        assertThat(page).contains("In both, with other contents").doesNotContain("Countess");
        assertThat(json).contains("Countess");
    }
}
