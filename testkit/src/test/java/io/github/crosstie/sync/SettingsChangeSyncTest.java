package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.LeavePolicy;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsChangeSyncTest {

    private static final Filter NO_SECRETS =
            new Filter(Side.CRM, COMPANY_NAME, Filter.Operator.NOT_IN, Set.of("Secret"));
    private static final Item ADA =
            Items.contact("Ada", "Lovelace").set(COMPANY_NAME, "Engines").build();
    private static final Item BEA =
            Items.contact("Bea", "Baker").set(COMPANY_NAME, "Secret").build();

    private final Enrollment user = Enrollment.contacts();
    private final ItemId ada = user.crm.create(ADA);
    private final ItemId bea = user.crm.create(BEA);

    @Test
    @DisplayName("S14: what a new filter keeps out is unlinked by default: both records stay, neither is created again")
    void unlinksByDefault() {
        user.run();
        filter(NO_SECRETS);

        RoundReport report = user.run();

        assertThat(report.outcomes()).contains(new Outcome.SettingsChanged(Set.of(ScopeSettings.Part.FILTERS)));
        assertThat(report.writes()).isZero();
        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
        assertThat(state().links()).hasSize(1);
        assertThat(user.run().writes()).isZero();
        user.mail.edit(copyOf(BEA), contact -> contact.set(NOTES, "touched"));
        assertThat(user.run().writes()).as("left alone though edited").isZero();
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName(
            "S14: what was unlinked is linked again when the filter lets it in, or when the record changes so that it may")
    void comesBack() {
        user.run();
        filter(NO_SECRETS);
        user.run();
        user.settings(settings -> settings.filters(List.of()));

        user.run();

        assertThat(state().links()).hasSize(2);
        filter(NO_SECRETS);
        user.run();
        assertThat(state().links()).hasSize(1);
        user.crm.edit(bea, contact -> contact.set(COMPANY_NAME, "Open").set(JOB_TITLE, "Baker"));
        user.run();
        assertThat(state().links()).hasSize(2);
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName("S10, S14: a record that leaves the filter by an edit stays linked, whatever the policy")
    void editsAreNoChangeOfSettings() {
        user.settings(settings -> settings.filters(List.of(NO_SECRETS)).leaving(LeavePolicy.DELETE));
        user.run();
        user.crm.edit(ada, contact -> contact.set(COMPANY_NAME, "Secret"));

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(state().linkOf(new RecordKey(Side.CRM, ada))).isPresent();
        user.settings(settings -> settings.direction(SyncDirection.CRM_TO_MAIL));
        assertThat(user.run().writes())
                .as("out of scope before the settings changed")
                .isZero();
        assertThat(state().linkOf(new RecordKey(Side.CRM, ada))).isPresent();
    }

    @Test
    @DisplayName("S14: with delete, the copy that was made of it is deleted, and the original stays")
    void deletesTheCopy() {
        IntStream.range(0, 20)
                .forEach(i -> user.crm.create(Items.contact("C" + i, "Carter").build()));
        user.run();
        user.settings(settings -> settings.filters(List.of(NO_SECRETS)).leaving(LeavePolicy.DELETE));

        user.run();

        assertThat(user.crm.items()).hasSize(22);
        assertThat(user.mail.items().values()).hasSize(21).doesNotContain(BEA);
        assertThat(user.run().writes()).isZero();
        user.settings(settings -> settings.filters(List.of()));
        user.run();
        assertThat(user.mail.items().values())
                .as("comes back as new")
                .hasSize(22)
                .contains(BEA);
    }

    @Test
    @DisplayName(
            "S14: with delete, neither an edited copy nor a record that people made is deleted: these are unlinked")
    void deletesNoEditsAndNoOriginals() {
        ItemId cleo = user.mail.create(Items.contact("Cleo", "Carter").build());
        user.crm.create(
                Items.contact("Cleo", "Carter").set(COMPANY_NAME, "Secret").build());
        user.run();
        ItemId copy = copyOf(BEA);
        user.settings(settings -> settings.filters(List.of(NO_SECRETS)).leaving(LeavePolicy.DELETE));
        user.mail.edit(copy, contact -> contact.set(NOTES, "mine"));

        user.run();

        assertThat(user.mail.items()).hasSize(3).containsKeys(copy, cleo);
        assertThat(user.crm.items()).hasSize(3);
        assertThat(state().links()).hasSize(1);
    }

    @Test
    @DisplayName("S13, S14: many deletions by a change of settings are held like any others, and stay visible")
    void guardsTheDeletions() {
        IntStream.range(0, 8)
                .forEach(i -> user.crm.create(Items.contact("C" + i, "Carter")
                        .set(COMPANY_NAME, "Secret")
                        .build()));
        user.run();
        user.settings(settings -> settings.filters(List.of(NO_SECRETS)).leaving(LeavePolicy.DELETE));

        RoundReport first = user.run();
        RoundReport second = user.run();

        for (RoundReport report : List.of(first, second)) {
            assertThat(report.outcomes())
                    .filteredOn(outcome -> outcome.code() == OutcomeCode.DELETIONS_HELD)
                    .hasSize(9);
        }
        assertThat(user.mail.items()).hasSize(10);
        assertThat(state().links()).hasSize(10);
    }

    @Test
    @DisplayName("S14: with keep, the link sleeps and wakes up with the record")
    void keepsTheLink() {
        user.run();
        user.settings(settings -> settings.filters(List.of(NO_SECRETS)).leaving(LeavePolicy.KEEP));

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(state().links()).hasSize(2);
        user.crm.edit(bea, contact -> contact.set(JOB_TITLE, "Baker"));
        assertThat(user.run().writes()).as("asleep").isZero();
        user.crm.edit(bea, contact -> contact.set(COMPANY_NAME, "Open"));
        assertThat(user.run().writes()).isOne();
    }

    @Test
    @DisplayName("S14: a filter that is lifted lets in what it kept out")
    void letsIn() {
        filter(NO_SECRETS);
        user.run();
        assertThat(user.mail.items()).hasSize(1);
        user.settings(settings -> settings.filters(List.of()));

        RoundReport report = user.run();

        assertThat(report.writes()).isOne();
        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S14, G1: the preview shows what enters and what leaves, and changes nothing")
    void previews() {
        filter(new Filter(Side.CRM, COMPANY_NAME, Filter.Operator.NOT_IN, Set.of("Engines")));
        user.run();
        filter(NO_SECRETS);

        SettingsPreview preview = user.round().previewSettings();

        assertThat(preview.changed()).containsExactly(ScopeSettings.Part.FILTERS);
        assertThat(preview.entering()).containsExactly(new RecordKey(Side.CRM, ada));
        assertThat(preview.leaving()).extracting(pair -> pair.crm()).containsExactly(bea);
        assertThat(preview.policy()).isEqualTo(LeavePolicy.UNLINK);
        assertThat(preview.plan().changes())
                .filteredOn(PlannedChange.Leave.class::isInstance)
                .hasSize(1);
        assertThat(state().links()).hasSize(1);
        assertThat(state().settings()).isNotEqualTo(preview.now());
        user.run();
        assertThat(user.round().previewSettings().changed()).isEmpty();
        assertThat(user.round().previewSettings().leaving()).isEmpty();
    }

    @Test
    @DisplayName("S14: two counterparts that left the scope part for good when one of them is deleted")
    void staysByItself() {
        user.run();
        filter(NO_SECRETS);
        user.run();
        ItemId copy = copyOf(BEA);
        user.crm.delete(bea);

        user.run();
        user.mail.edit(copy, contact -> contact.set(NOTES, "still mine"));
        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.mail.items()).containsKey(copy);
    }

    @Test
    @DisplayName("S1, F20: a change of direction writes nothing by itself")
    void directionRewritesNothing() {
        user.run();
        user.settings(settings -> settings.direction(SyncDirection.CRM_TO_MAIL));
        assertThat(user.run().writes()).isZero();
        user.mail.edit(copyOf(ADA), contact -> contact.set(NOTES, "drifted"));
        assertThat(user.run().writes()).isZero();
        user.settings(settings -> settings.direction(SyncDirection.BOTH));

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).contains(new Outcome.SettingsChanged(Set.of(ScopeSettings.Part.DIRECTION)));
        assertThat(state().links()).hasSize(2);
    }

    @Test
    @DisplayName(
            "S2, F20: newly mapped fields meet as at first contact: equal stays, a gap is filled, the loser is in the journal")
    void mapsNewFields() {
        List<FieldMapping> all = user.configuration.contacts().records().fields();
        user.settings(settings -> settings.fields(all.stream()
                .filter(mapping -> !Set.<Object>of(NOTES, JOB_TITLE).contains(mapping.crm()))
                .toList()));
        user.run();
        user.crm.edit(ada, contact -> contact.set(NOTES, "crm").set(JOB_TITLE, "Countess"));
        user.mail.edit(copyOf(ADA), contact -> contact.set(NOTES, "mail"));
        user.run();
        user.settings(settings -> settings.fields(all));

        RoundReport report = user.run();

        assertThat(user.mail.items().values())
                .contains(ADA.toBuilder()
                        .set(NOTES, "crm")
                        .set(JOB_TITLE, "Countess")
                        .build());
        assertThat(report.journal()).extracting(line -> line.conflict().lost()).containsExactly("mail");
        assertThat(report.writes()).as("the other contact is left alone").isOne();
    }

    @Test
    @DisplayName(
            "S2, F20: a field that is mapped to another one fills the gap on the other side, and overwrites nothing unseen")
    void mapsToAnotherField() {
        List<FieldMapping> all = user.configuration.contacts().records().fields();
        user.run();
        user.mail.edit(copyOf(ADA), contact -> contact.set(NOTES, "kept in the mailbox"));
        user.settings(settings -> settings.fields(all.stream()
                .filter(mapping -> !Set.<Object>of(NOTES, JOB_TITLE).contains(mapping.crm()))
                .toList()));
        user.run();
        user.settings(settings -> settings.fields(java.util.stream.Stream.concat(
                        all.stream()
                                .filter(mapping ->
                                        !Set.<Object>of(NOTES, JOB_TITLE).contains(mapping.crm())),
                        java.util.stream.Stream.of(new FieldMapping(JOB_TITLE, NOTES, SyncDirection.BOTH)))
                .toList()));

        user.run();

        assertThat(user.crm.item(ada))
                .contains(ADA.toBuilder().set(JOB_TITLE, "kept in the mailbox").build());
    }

    @Test
    @DisplayName("S14, S23: a smaller window unlinks what it keeps out; what only grows old stays linked")
    void narrowsTheWindow() {
        Enrollment events = Enrollment.events();
        var start = events.clock.instant().atZone(ZoneOffset.UTC);
        ItemId soon = events.crm.create(event("soon", start.plusDays(2)));
        ItemId far = events.crm.create(event("far", start.plusDays(200)));
        ItemId old = events.crm.create(event("old", start.minusDays(29)));
        events.run();
        assertThat(events.mail.items()).hasSize(3);
        events.clock.advance(Duration.ofDays(5));
        events.run();
        EventSettings settings = events.configuration.events();
        events.configuration = events.configuration.toBuilder()
                .events(new EventSettings(
                        settings.records(),
                        new EventWindow(settings.window().daysBack(), 60),
                        settings.privateEvents(),
                        settings.invitations(),
                        settings.attendeeLimit()))
                .build();

        events.run();

        CollectionState state = events.memory.load(events.key);
        assertThat(state.linkOf(new RecordKey(Side.CRM, soon))).isPresent();
        assertThat(state.linkOf(new RecordKey(Side.CRM, old))).as("grew old").isPresent();
        assertThat(state.linkOf(new RecordKey(Side.CRM, far))).as("left").isEmpty();
        assertThat(events.mail.items()).hasSize(3);
        events.clock.advance(Duration.ofDays(150));
        events.run();
        assertThat(events.memory.load(events.key).linkOf(new RecordKey(Side.CRM, far)))
                .as("linked again when it comes near")
                .isPresent();
        assertThat(events.mail.items()).hasSize(3);
        assertThat(events.crm.items()).hasSize(3);
    }

    @Test
    @DisplayName("S14, F1: killed at any step of a change, the next rounds end in the same state")
    void survivesADeathAtAnyStep() {
        int steps = stepsOfACleanChange();
        for (int step = 0; step < steps; step++) {
            SettingsChangeSyncTest other = new SettingsChangeSyncTest();
            other.user.run();
            other.filter(NO_SECRETS);
            other.user.store = new DyingStore(other.user.memory, step);
            assertThatThrownBy(other.user::run).as("step " + step).isInstanceOf(Crash.class);
            other.user.store = other.user.memory;
            other.user.clock.advance(SyncRound.LEASE);

            other.user.run();
            other.user.run();

            assertThat(other.user.crm.items()).as("step " + step).hasSize(2);
            assertThat(other.user.mail.items()).as("step " + step).hasSize(2);
            assertThat(other.state().links()).as("step " + step).hasSize(1);
            assertThat(other.state().unjudged()).as("step " + step).isEmpty();
        }
    }

    private static int stepsOfACleanChange() {
        SettingsChangeSyncTest other = new SettingsChangeSyncTest();
        other.user.run();
        other.filter(NO_SECRETS);
        DyingStore immortal = new DyingStore(other.user.memory, Integer.MAX_VALUE);
        other.user.store = immortal;
        other.user.run();
        assertThat(immortal.steps()).isGreaterThan(6);
        return immortal.steps();
    }

    private void filter(Filter filter) {
        user.settings(settings -> settings.filters(List.of(filter)));
    }

    private CollectionState state() {
        return user.memory.load(user.key);
    }

    private ItemId copyOf(Item item) {
        return user.mail.items().entrySet().stream()
                .filter(entry -> entry.getValue().equals(item))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Item event(String subject, java.time.ZonedDateTime start) {
        return Item.event()
                .set(EventFields.SUBJECT, subject)
                .set(EventFields.TIME, new io.github.crosstie.item.EventTime.Timed(start, start.plusHours(1)))
                .build();
    }

    @Test
    @DisplayName(
            "S14: settings that change again before links were judged are compared with those the links were made by")
    void judgesByTheSettingsBeforeBothChanges() {
        user.run();
        filter(NO_SECRETS);
        user.mailWay = endpoint -> new ForwardingEndpoint(endpoint) {
            @Override
            public ChangePage changes(@Nullable Cursor cursor) {
                throw new Crash();
            }
        };
        assertThatThrownBy(user::run).isInstanceOf(Crash.class);
        user.mailWay = endpoint -> endpoint;
        user.clock.advance(SyncRound.LEASE);
        Filter another = new Filter(Side.CRM, JOB_TITLE, Filter.Operator.NOT_IN, Set.of("Spy"));
        user.settings(settings -> settings.filters(List.of(NO_SECRETS, another)));

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(state().linkOf(new RecordKey(Side.CRM, bea))).isEmpty();
        assertThat(state().links()).hasSize(1);
        filter(NO_SECRETS);
        user.run();
        assertThat(state().links()).as("judged once").hasSize(1);
    }
}
