package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.ContactSettings;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.salesforce.ImportedSetting.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What a setup page says about the configuration as a whole, and its two parts about records. */
final class SetupGeneral {

    /** 2026-03-01T10:00:00.000+0000, as the API writes it, and the ISO forms. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][.SSS][XXX][XX]", Locale.ROOT);

    private SetupGeneral() {}

    static void read(SetupValue configuration, SetupSection section, SyncConfiguration.Builder builder) {
        Optional<SetupValue> active = section.take("active");
        Optional<Boolean> switchedOn = active.flatMap(each -> each.choice(SetupChoices.YES_OR_NO));
        builder.active(switchedOn.orElse(false));
        switchedOn.ifPresent(each -> active.get().takenOver());
        if (active.isEmpty()) {
            configuration
                    .report()
                    .add(new ImportedSetting(
                            configuration.path() + ".active",
                            "",
                            Verdict.WITH_DIFFERENCE,
                            "not said, so imported as inactive; switch it on when it has been looked through"));
        }
        section.take("lastModified", "lastModifiedDate").ifPresent(value -> moment(value, builder));
    }

    private static void moment(SetupValue value, SyncConfiguration.Builder builder) {
        try {
            builder.modifiedAt(instant(value.text()));
            value.takenOver();
        } catch (DateTimeException unreadable) {
            value.noCounterpart("not understood; write it as 2026-03-01T10:00:00Z. Without it ties between"
                    + " configurations go to the smaller id (A1): " + unreadable.getMessage());
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text, MOMENT).toInstant();
    }

    static void readRecords(SetupSection section, SyncConfiguration.Builder builder) {
        section.take("contacts").flatMap(SetupValue::section).ifPresent(contacts -> {
            RecordSettings records = SetupRecords.contacts(contacts);
            builder.contacts(ContactSettings.DEFAULT.withRecords(records));
        });
        section.take("events").flatMap(SetupValue::section).ifPresent(events -> builder.events(readEvents(events)));
    }

    private static EventSettings readEvents(SetupSection section) {
        EventSettings byDefault = EventSettings.DEFAULT.withRecords(SetupRecords.events(section));
        EventSettings events = SetupRecords.privateEvents(section)
                .map(byDefault::withPrivateEvents)
                .orElse(byDefault);
        SetupRecords.eventsOnly(section);
        return events;
    }
}
