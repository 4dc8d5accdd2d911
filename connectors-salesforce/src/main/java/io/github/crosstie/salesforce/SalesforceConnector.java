package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import io.github.crosstie.salesforce.internal.record.ChangeFeed;
import io.github.crosstie.salesforce.internal.record.Column;
import io.github.crosstie.salesforce.internal.record.ContactMapping;
import io.github.crosstie.salesforce.internal.record.EventMapping;
import io.github.crosstie.salesforce.internal.record.Invitees;
import io.github.crosstie.salesforce.internal.record.RecordMapping;
import io.github.crosstie.salesforce.internal.record.RowReader;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contacts and events of one organization. What changed is asked for once for all users, and handed out by owner: a quiet organization
 * costs two requests an interval, however many users it has. Thread-safe.
 *
 * <pre>{@code
 * Connector acme = SalesforceConnector.builder(connection, organizationId)
 *         .tagField("Crosstie_Tag__c")                                // text of 255, external id, unique, case-sensitive
 *         .userZones(owner -> zones.get(owner.value()))               // by which a user's events are told
 *         .build();
 * }</pre>
 *
 * <p>Salesforce compares nothing before it writes, to the second at most: what is to be changed is read and compared just before, which
 * leaves a short gap, and the capabilities say so. Without a field for marks, a creation whose answer was lost is found again by matching.
 */
public final class SalesforceConnector implements Connector {

    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final SalesforceConnection connection;
    private final String organization;
    private final @Nullable String tagField;
    private final Function<Owner, ZoneId> userZones;
    private final Map<ItemKind, List<Column>> own;
    private final @Nullable RecurrenceExpander recurrences;
    private final @Nullable Invitees invitees;
    private final Map<ItemKind, ChangeFeed> feeds = new EnumMap<>(ItemKind.class);

    private SalesforceConnector(Builder builder) {
        connection = builder.connection;
        organization = builder.organization;
        tagField = builder.tagField;
        userZones = Builder.required(builder.userZones);
        own = Map.copyOf(builder.own);
        recurrences = builder.recurrences;
        invitees = builder.hasInvitees ? new Invitees(connection.rest()) : null;
        for (ItemKind kind : ItemKind.values()) {
            // The feed reads for everybody, so in no user's zone; an endpoint reads in its own.
            RecordMapping mapping = mapping(kind, ZoneOffset.UTC);
            feeds.put(
                    kind,
                    new ChangeFeed(
                            connection.rest(),
                            mapping,
                            new RowReader(mapping, tagField, invitees(kind)),
                            builder.freshness,
                            UUID.randomUUID().toString()));
        }
    }

    /**
     * Starts a connector for the organization of a directory.
     *
     * @param connection the way to the organization
     * @param organization the organization, such as {@code directory.organization().id()}
     * @return a builder
     * @throws IllegalArgumentException if it is no id of Salesforce's
     */
    public static Builder builder(SalesforceConnection connection, OrganizationId organization) {
        return builder(connection, organization.value());
    }

    /**
     * Starts a connector.
     *
     * @param connection the way to the organization
     * @param organization the organization's id, of 15 or 18 characters
     * @return a builder
     * @throws IllegalArgumentException if it is no id
     */
    public static Builder builder(SalesforceConnection connection, String organization) {
        return new Builder(connection, SalesforceId.of(organization).value());
    }

    @Override
    public Side side() {
        return Side.CRM;
    }

    /**
     * Opens the records that a user owns.
     *
     * @param owner the user's id
     * @param kind contacts or events
     * @param configuration how the user syncs
     * @return the endpoint; nobody is called yet
     * @throws MailboxUnavailableException if the owner is no id of a user
     * @throws IllegalArgumentException if nobody knows the zone of the user
     */
    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        SalesforceId user;
        try {
            user = SalesforceId.of(owner.value());
        } catch (IllegalArgumentException e) {
            throw new MailboxUnavailableException(
                    "'" + owner + "' is no id of a user in Salesforce; open its records by the user's id", e);
        }
        ZoneId zone = kind == ItemKind.EVENT ? zone(owner) : ZoneOffset.UTC;
        return new SalesforceEndpoint(
                connection.rest(),
                organization,
                user,
                mapping(kind, zone),
                Objects.requireNonNull(feeds.get(kind)),
                tagField,
                invitees(kind));
    }

    private ZoneId zone(Owner owner) {
        @Nullable ZoneId zone = userZones.apply(owner);
        if (zone == null) {
            throw new IllegalArgumentException(
                    "userZones: they have no zone for " + owner + "; have them give one for each owner");
        }
        return zone;
    }

    private @Nullable Invitees invitees(ItemKind kind) {
        return kind == ItemKind.EVENT ? invitees : null;
    }

    private RecordMapping mapping(ItemKind kind, ZoneId zone) {
        List<Column> columns = own.getOrDefault(kind, List.of());
        return kind == ItemKind.CONTACT
                ? ContactMapping.with(columns)
                : EventMapping.with(columns, zone, recurrences, tagField != null, invitees != null);
    }

    /** Collects what a connector needs; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private final SalesforceConnection connection;
        private final String organization;
        private final Map<ItemKind, List<Column>> own = new EnumMap<>(ItemKind.class);
        private @Nullable String tagField;
        private @Nullable RecurrenceExpander recurrences;
        private boolean hasInvitees;
        private @Nullable Function<Owner, ZoneId> userZones;
        private Duration freshness = Duration.ofSeconds(30);

        private Builder(SalesforceConnection connection, String organization) {
            this.connection = Objects.requireNonNull(connection, "connection");
            this.organization = organization;
        }

        /**
         * Sets which column of Contact and Event holds the engine's marks, so that no creation is ever made twice: a text of 255
         * characters, external id, unique and case-sensitive. Unless set, creations whose answer was lost are found by matching.
         *
         * @param apiName such as {@code Crosstie_Tag__c}
         * @return this
         * @throws IllegalArgumentException if it is no API name
         */
        public Builder tagField(String apiName) {
            tagField = apiName(apiName);
            return this;
        }

        /**
         * Sets the zones in which users live, by which their events are told, as Salesforce keeps moments alone (S5). Has to be set,
         * or {@link #utc}.
         *
         * @param zones the zone of each owner, from memory: the user's own, see {@link io.github.crosstie.directory.User#timeZone};
         *     thread-safe
         * @return this
         */
        public Builder userZones(Function<Owner, ZoneId> zones) {
            userZones = Objects.requireNonNull(zones, "zones");
            return this;
        }

        /**
         * Takes all users to live by UTC, in place of {@link #userZones}: where they do, or where no calendar is synced.
         *
         * @return this
         */
        public Builder utc() {
            return userZones(owner -> ZoneOffset.UTC);
        }

        /**
         * Sets who knows when series take place. Unless set, series are left alone on both sides.
         *
         * @param recurrences such as that of the module recurrence; thread-safe
         * @return this
         */
        public Builder recurrences(RecurrenceExpander recurrences) {
            this.recurrences = Objects.requireNonNull(recurrences, "recurrences");
            return this;
        }

        /**
         * Reads who is invited to events: the addresses of the contacts, leads and users are the required attendees of the mailbox's
         * meetings, and whoever is invited in the mailbox stays there, as invitees are never written to Salesforce. Unless set, the
         * people of an event are left alone on both sides. Meetings with others cannot be written to every mailbox without
         * mail to them (S7): read of the configuration's invitations before.
         *
         * @return this
         */
        public Builder invitees() {
            hasInvitees = true;
            return this;
        }

        /**
         * Adds a column of the organization's own, or takes another one for a field than the standard one.
         *
         * @param field the field, a text or a date
         * @param apiName the column's API name
         * @param length how many characters it takes; 0 for a date
         * @return this
         * @throws IllegalArgumentException if the field is of another type, or the name is no API name
         */
        public Builder column(Field<?> field, String apiName, int length) {
            own.computeIfAbsent(field.kind(), absent -> new ArrayList<>())
                    .add(new Column(field, apiName(apiName), length));
            return this;
        }

        /**
         * Sets how old what changed may be when it is handed out: rounds that come sooner share what was read.
         *
         * @param freshness zero or more; half a minute by default
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder freshness(Duration freshness) {
            if (freshness.isNegative()) {
                throw new IllegalArgumentException("freshness of " + freshness + ": use zero or more");
            }
            this.freshness = freshness;
            return this;
        }

        private static String apiName(String name) {
            if (!API_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is no API name; pass one such as Crosstie_Tag__c");
            }
            return name;
        }

        private static Function<Owner, ZoneId> required(@Nullable Function<Owner, ZoneId> zones) {
            if (zones == null) {
                throw new IllegalArgumentException(
                        "SalesforceConnector: set userZones(owner -> zone), by which events are"
                                + " told, or utc() where users live by UTC");
            }
            return zones;
        }

        /**
         * Makes the connector; nobody is called yet.
         *
         * @return the connector
         * @throws IllegalArgumentException if zones are missing
         */
        public SalesforceConnector build() {
            return new SalesforceConnector(this);
        }
    }
}
