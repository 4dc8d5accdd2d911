package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Map;
import java.util.Optional;

/** The part of a setup page about contacts or about events. */
final class SetupRecords {

    /** Whether users pick the events that flow to Salesforce. */
    private static final Map<String, Boolean> WHICH_EVENTS = Map.of("allevents", false, "eventsusersselect", true);

    private final ItemKind kind;
    private final SetupSection section;
    private final RecordSettings.Builder records;

    private SetupRecords(ItemKind kind, SetupSection section) {
        this.kind = kind;
        this.section = section;
        records = RecordSettings.builder(kind);
    }

    static RecordSettings contacts(SetupSection section) {
        SetupRecords contacts = new SetupRecords(ItemKind.CONTACT, section);
        contacts.shared(SyncDirection.BOTH);
        section.reportRest();
        return contacts.records.build();
    }

    /** Reads what events share with contacts; the section keeps what events alone have. */
    static RecordSettings events(SetupSection section) {
        SetupRecords events = new SetupRecords(ItemKind.EVENT, section);
        events.shared(whichEvents(section));
        return events.records.build();
    }

    static Optional<PrivateEventPolicy> privateEvents(SetupSection section) {
        Optional<SetupValue> value = section.take("privateEvents");
        Optional<PrivateEventPolicy> policy = value.flatMap(each -> each.choice(SetupChoices.PRIVATE_EVENTS));
        policy.ifPresent(each -> value.get().takenOver());
        return policy;
    }

    /** Settings about events that we have no switch for. */
    static void eventsOnly(SetupSection section) {
        section.take("recurringEvents", "eventSeries")
                .ifPresent(value -> value.choice(SetupChoices.YES_OR_NO).ifPresent(series -> {
                    if (series) {
                        value.noCounterpart(
                                "recurring series do not flow in this version; keep them in one system until they do");
                    } else {
                        value.takenOver();
                    }
                }));
        section.take("automaticallyRelateEventsToSalesforceRecords", "automaticallyRelateEvents")
                .ifPresent(value -> value.choice(SetupChoices.YES_OR_NO).ifPresent(relates -> {
                    if (relates) {
                        value.noCounterpart("events are not related to other records; relate them in Salesforce");
                    } else {
                        value.takenOver();
                    }
                }));
        section.reportRest();
    }

    private static SyncDirection whichEvents(SetupSection section) {
        Optional<SetupValue> value =
                section.take("specifyWhichExchangeEventsSyncToSalesforce", "specifyWhichExchangeEventsSync");
        Optional<Boolean> usersSelect = value.flatMap(each -> each.choice(WHICH_EVENTS));
        if (usersSelect.isEmpty()) {
            return value.isEmpty() ? SyncDirection.BOTH : SyncDirection.CRM_TO_MAIL;
        }
        if (usersSelect.get()) {
            value.get()
                    .noCounterpart("users cannot pick single events, so none flow to the CRM;"
                            + " set a filter on a category and then the direction");
            return SyncDirection.CRM_TO_MAIL;
        }
        value.get().takenOver();
        return SyncDirection.BOTH;
    }

    private void shared(SyncDirection widest) {
        SetupFilters filters = section.take("filters")
                .map(value -> SetupFilters.read(kind, value))
                .orElse(SetupFilters.none(kind));
        records.filters(filters.filters());
        section.take("syncDirection", "direction").ifPresent(value -> direction(value, filters, widest));
        section.take("conflictBehavior", "conflicts").ifPresent(this::conflicts);
        section.take("matchingBehavior", "matching")
                .ifPresent(value -> value.choice(SetupChoices.MATCHES).ifPresent(policy -> {
                    records.ambiguousMatches(policy);
                    value.takenOver();
                }));
        section.take("deleteBehavior", "deletions").ifPresent(this::deletions);
        section.take("fieldMappings")
                .ifPresent(value ->
                        records.fields(SetupMappings.read(kind, records.build().fields(), value)));
    }

    /** Does no harm: where the page's limits cannot be kept, the flow that they limit is left off. */
    private void direction(SetupValue value, SetupFilters filters, SyncDirection widest) {
        Optional<SyncDirection> wanted = value.choice(SetupChoices.DIRECTIONS);
        if (wanted.isEmpty()) {
            return;
        }
        SyncDirection direction = filters.complete() ? wanted.get().within(widest) : SyncDirection.OFF;
        records.direction(direction);
        if (direction == wanted.get()) {
            value.takenOver();
        } else if (!filters.complete()) {
            value.differs("left off, because a filter has no counterpart and more records would flow;"
                    + " replace the filter, then set the direction");
        } else {
            value.differs("narrowed, because users pick the events that flow to the CRM; set a filter instead,"
                    + " then the direction");
        }
    }

    private void conflicts(SetupValue value) {
        Optional<ConflictPolicy> policy = value.choice(SetupChoices.CONFLICTS);
        policy.ifPresent(each -> {
            records.conflicts(each);
            value.differs("decided field by field: fields that changed on one side only are merged (S3)");
        });
    }

    private void deletions(SetupValue value) {
        Optional<DeletePolicy> policy = value.choice(SetupChoices.DELETIONS);
        policy.ifPresent(each -> {
            records.deletions(Side.CRM, each).deletions(Side.MAIL, each);
            if (each == DeletePolicy.PROPAGATE) {
                value.differs("only physical deletions propagate, never those of past events, and many at once are held"
                        + " (S10, S11, S13)");
            } else {
                value.takenOver();
            }
        });
    }
}
