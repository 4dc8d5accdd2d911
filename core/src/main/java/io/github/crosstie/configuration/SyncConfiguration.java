package io.github.crosstie.configuration;

import io.github.crosstie.item.ItemKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One configuration as an admin writes it: for whom, and how contacts and events are synced. Immutable; made by
 * {@link #builder}, with the documented default for whatever is not said.
 *
 * <pre>{@code
 * SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
 *         .assignments(new Assignment.OfProfile(sales))
 *         .contacts(SyncDirection.BOTH)
 *         .events(EventSettings.DEFAULT.withInvitations(InvitationPolicy.SEND).withWindow(new EventWindow(7, 90)))
 *         .events(SyncDirection.MAIL_TO_CRM)
 *         .build();
 * ConfigurationSet configurations = ConfigurationSet.of(acme, configuration);
 * }</pre>
 *
 * <p>An inactive configuration gives nobody a sync, but still claims its users (A6).
 */
public final class SyncConfiguration {

    private final ConfigurationId id;
    private final String name;
    private final boolean active;
    private final @Nullable Instant modifiedAt;
    private final List<Assignment> assignments;
    private final ContactSettings contacts;
    private final EventSettings events;
    private final DeletionGuard deletionGuard;
    private final Quarantine quarantine;

    /** Each computed once: a digest takes longer than all else in a round that finds nothing changed. */
    private final Map<ItemKind, SettingsFingerprint> fingerprints = new ConcurrentHashMap<>();

    private SyncConfiguration(Builder builder) {
        id = builder.id;
        name = builder.name;
        active = builder.active;
        modifiedAt = builder.modifiedAt;
        assignments = List.copyOf(builder.assignments);
        contacts = builder.contacts;
        events = builder.events;
        deletionGuard = builder.deletionGuard;
        quarantine = builder.quarantine;
    }

    /**
     * Starts an active configuration without assignments, everything by default: contacts and events are off until their
     * direction is set.
     *
     * @param id its id, unique in the organization
     * @return a builder
     */
    public static Builder builder(ConfigurationId id) {
        return new Builder(id);
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds this configuration
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id);
        builder.name = name;
        builder.active = active;
        builder.modifiedAt = modifiedAt;
        builder.assignments = assignments;
        builder.contacts = contacts;
        builder.events = events;
        builder.deletionGuard = deletionGuard;
        builder.quarantine = quarantine;
        return builder;
    }

    /**
     * The id.
     *
     * @return the id
     */
    public ConfigurationId id() {
        return id;
    }

    /**
     * The name, for people.
     *
     * @return the name; the id unless set
     */
    public String name() {
        return name;
    }

    /**
     * Whether it is switched on (A6).
     *
     * @return true if active
     */
    public boolean active() {
        return active;
    }

    /**
     * When it was last modified: breaks ties between routes of the same kind (A1, A5).
     *
     * @return the moment, or null if nobody recorded it
     */
    public @Nullable Instant modifiedAt() {
        return modifiedAt;
    }

    /**
     * For whom it is meant (A1).
     *
     * @return the assignments, with different targets
     */
    public List<Assignment> assignments() {
        return assignments;
    }

    /**
     * How contacts are synced.
     *
     * @return the settings
     */
    public ContactSettings contacts() {
        return contacts;
    }

    /**
     * How events are synced.
     *
     * @return the settings
     */
    public EventSettings events() {
        return events;
    }

    /**
     * How one kind of record is synced.
     *
     * @param kind contacts or events
     * @return what the two have in common
     */
    public RecordSettings records(ItemKind kind) {
        return kind == ItemKind.CONTACT ? contacts.records() : events.records();
    }

    /** The digest of the settings of one kind of record. */
    SettingsFingerprint fingerprint(ItemKind kind) {
        return fingerprints.computeIfAbsent(kind, each -> SettingsFingerprint.computed(this, each));
    }

    /**
     * When deletions are held (S13).
     *
     * @return the guard
     */
    public DeletionGuard deletionGuard() {
        return deletionGuard;
    }

    /**
     * How records that cannot be written are tried again (S15).
     *
     * @return the delays
     */
    public Quarantine quarantine() {
        return quarantine;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SyncConfiguration that
                && id.equals(that.id)
                && name.equals(that.name)
                && active == that.active
                && Objects.equals(modifiedAt, that.modifiedAt)
                && assignments.equals(that.assignments)
                && contacts.equals(that.contacts)
                && events.equals(that.events)
                && deletionGuard.equals(that.deletionGuard)
                && quarantine.equals(that.quarantine);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, active, modifiedAt, assignments, contacts, events, deletionGuard, quarantine);
    }

    @Override
    public String toString() {
        return "SyncConfiguration[" + name + (active ? "" : ", inactive") + ", " + assignments.size() + " assignments]";
    }

    /** Collects a configuration; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private final ConfigurationId id;
        private String name;
        private boolean active = true;
        private @Nullable Instant modifiedAt;
        private List<Assignment> assignments = List.of();
        private ContactSettings contacts = ContactSettings.DEFAULT;
        private EventSettings events = EventSettings.DEFAULT;
        private DeletionGuard deletionGuard = DeletionGuard.DEFAULT;
        private Quarantine quarantine = Quarantine.DEFAULT;

        private Builder(ConfigurationId id) {
            this.id = Objects.requireNonNull(id, "id");
            name = id.value();
        }

        /**
         * Sets the name.
         *
         * @param name the name, for people
         * @return this
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Switches it on or off (A6).
         *
         * @param active true, the default, for on
         * @return this
         */
        public Builder active(boolean active) {
            this.active = active;
            return this;
        }

        /**
         * Sets when it was last modified.
         *
         * @param modifiedAt the moment, or null if nobody recorded it
         * @return this
         */
        public Builder modifiedAt(@Nullable Instant modifiedAt) {
            this.modifiedAt = modifiedAt;
            return this;
        }

        /**
         * Sets for whom it is meant.
         *
         * @param assignments the assignments, with different targets
         * @return this
         */
        public Builder assignments(List<Assignment> assignments) {
            this.assignments = List.copyOf(assignments);
            return this;
        }

        /**
         * Sets for whom it is meant.
         *
         * @param assignments the assignments, with different targets
         * @return this
         */
        public Builder assignments(Assignment... assignments) {
            return assignments(List.of(assignments));
        }

        /**
         * Sets how contacts are synced.
         *
         * @param contacts the settings
         * @return this
         */
        public Builder contacts(ContactSettings contacts) {
            this.contacts = Objects.requireNonNull(contacts, "contacts");
            return this;
        }

        /**
         * Sets which way contacts flow, all other contact settings staying as they are.
         *
         * @param direction the direction
         * @return this
         */
        public Builder contacts(SyncDirection direction) {
            return contacts(contacts.withRecords(
                    contacts.records().toBuilder().direction(direction).build()));
        }

        /**
         * Sets how events are synced.
         *
         * @param events the settings
         * @return this
         */
        public Builder events(EventSettings events) {
            this.events = Objects.requireNonNull(events, "events");
            return this;
        }

        /**
         * Sets which way events flow, all other event settings staying as they are.
         *
         * @param direction the direction
         * @return this
         */
        public Builder events(SyncDirection direction) {
            return events(events.withRecords(
                    events.records().toBuilder().direction(direction).build()));
        }

        /**
         * Sets when deletions are held (S13).
         *
         * @param deletionGuard the guard
         * @return this
         */
        public Builder deletionGuard(DeletionGuard deletionGuard) {
            this.deletionGuard = Objects.requireNonNull(deletionGuard, "deletionGuard");
            return this;
        }

        /**
         * Sets how records that cannot be written are tried again (S15).
         *
         * @param quarantine the delays
         * @return this
         */
        public Builder quarantine(Quarantine quarantine) {
            this.quarantine = Objects.requireNonNull(quarantine, "quarantine");
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return an immutable configuration
         * @throws IllegalArgumentException if two assignments have the same target
         */
        public SyncConfiguration build() {
            Set<String> targets = new HashSet<>();
            for (Assignment assignment : assignments) {
                if (!targets.add(assignment.kind() + " " + assignment.targetId())) {
                    throw new IllegalArgumentException("configuration " + id + " assigns " + assignment.kind() + " "
                            + assignment.targetId() + " twice; drop one of the two");
                }
            }
            return new SyncConfiguration(this);
        }
    }
}
