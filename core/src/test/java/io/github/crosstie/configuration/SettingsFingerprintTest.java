package io.github.crosstie.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsFingerprintTest {

    private static final SyncConfiguration PLAIN = SyncConfiguration.builder(new ConfigurationId("plain"))
            .contacts(SyncDirection.BOTH)
            .events(SyncDirection.BOTH)
            .build();

    @Test
    @DisplayName(
            "G1: every setting that decides how contacts are synced changes their fingerprint, and each in its own way")
    void everySettingOfContactsCounts() {
        Filter filter =
                new Filter(Side.CRM, ContactFields.COMPANY_NAME, Filter.Operator.IN, new TreeSet<>(Set.of("A", "B")));
        List<SyncConfiguration> changed = new ArrayList<>(List.of(
                PLAIN,
                contacts(records -> records.direction(SyncDirection.CRM_TO_MAIL)),
                contacts(records -> records.fields(List.of(FieldMapping.same(ContactFields.SURNAME)))),
                contacts(records -> records.fields(List.of(
                        new FieldMapping(ContactFields.SURNAME, ContactFields.SURNAME, SyncDirection.CRM_TO_MAIL)))),
                contacts(records -> records.ambiguousMatches(AmbiguousMatchPolicy.OLDEST_CREATED)),
                contacts(records -> records.conflicts(ConflictPolicy.MAIL_WINS)),
                contacts(records -> records.changedAgainstDeleted(ChangedAgainstDeletedPolicy.CONFLICT_POLICY)),
                contacts(records -> records.deletions(Side.CRM, DeletePolicy.ASK)),
                contacts(records -> records.deletions(Side.MAIL, DeletePolicy.ASK)),
                contacts(records -> records.filters(List.of(filter))),
                contacts(records -> records.leaving(LeavePolicy.KEEP)),
                contacts(records -> records.cap(7))));
        changed.add(PLAIN.toBuilder()
                .contacts(new ContactSettings(PLAIN.contacts().records(), "Elsewhere"))
                .build());

        assertThat(changed)
                .extracting(configuration -> SettingsFingerprint.of(configuration, ItemKind.CONTACT))
                .doesNotHaveDuplicates();
        assertThat(changed)
                .extracting(configuration -> SettingsFingerprint.of(configuration, ItemKind.EVENT))
                .as("contacts' settings are nothing to events")
                .containsOnly(SettingsFingerprint.of(PLAIN, ItemKind.EVENT));
    }

    @Test
    @DisplayName("G1: every setting that decides how events are synced changes their fingerprint")
    void everySettingOfEventsCounts() {
        RecordSettings records = PLAIN.events().records();
        EventWindow window = EventWindow.DEFAULT;
        PrivateEventPolicy off = PrivateEventPolicy.OFF;
        InvitationPolicy never = InvitationPolicy.NEVER;
        List<EventSettings> changed = List.of(
                PLAIN.events(),
                new EventSettings(records, new EventWindow(31, 365), off, never, 50),
                new EventSettings(records, new EventWindow(30, 366), off, never, 50),
                new EventSettings(records, window, PrivateEventPolicy.FULL, never, 50),
                new EventSettings(records, window, off, InvitationPolicy.SEND, 50),
                new EventSettings(records, window, off, never, 49));

        assertThat(changed)
                .extracting(events ->
                        SettingsFingerprint.of(PLAIN.toBuilder().events(events).build(), ItemKind.EVENT))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("G1: names, assignments, guard and quarantine decide nothing about how records are synced")
    void whatDecidesNothingDoesNotCount() {
        SyncConfiguration other = PLAIN.toBuilder()
                .name("another name")
                .active(false)
                .modifiedAt(Instant.EPOCH)
                .assignments(new Assignment.OfUser(new UserId("0051"), null))
                .deletionGuard(new DeletionGuard(1, 1, 1, Duration.ofHours(1)))
                .quarantine(new Quarantine(Duration.ofMinutes(1), Duration.ofMinutes(2)))
                .build();

        assertThat(SettingsFingerprint.of(other, ItemKind.CONTACT))
                .isEqualTo(SettingsFingerprint.of(PLAIN, ItemKind.CONTACT));
    }

    @Test
    @DisplayName("the order of mappings and filters means nothing, so it changes nothing")
    void orderDoesNotCount() {
        List<FieldMapping> mappings = new ArrayList<>(PLAIN.contacts().records().fields());
        Collections.reverse(mappings);

        assertThat(SettingsFingerprint.of(contacts(records -> records.fields(mappings)), ItemKind.CONTACT))
                .isEqualTo(SettingsFingerprint.of(PLAIN, ItemKind.CONTACT));
    }

    @Test
    @DisplayName("a fingerprint is the same on every machine, and nothing else passes for one")
    void hasOneForm() {
        assertThat(SettingsFingerprint.of(PLAIN, ItemKind.CONTACT).value()).matches("[0-9a-f]{64}");
        assertThatThrownBy(() -> new SettingsFingerprint("cafe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }

    private static SyncConfiguration contacts(UnaryOperator<RecordSettings.Builder> change) {
        RecordSettings records =
                change.apply(PLAIN.contacts().records().toBuilder()).build();
        return PLAIN.toBuilder().contacts(PLAIN.contacts().withRecords(records)).build();
    }
}
