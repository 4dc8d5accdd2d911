package io.github.crosstie.configuration;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What contacts and events have in common: how one kind of record is synced. Immutable; every setting has the documented
 * default.
 */
public final class RecordSettings {

    /** Records of one kind a user may sync unless set otherwise (S16). */
    public static final int DEFAULT_CAP = 50_000;

    private final ItemKind kind;
    private final SyncDirection direction;
    private final List<FieldMapping> fields;
    private final AmbiguousMatchPolicy ambiguousMatches;
    private final ConflictPolicy conflicts;
    private final ChangedAgainstDeletedPolicy changedAgainstDeleted;
    private final DeletePolicy crmDeletions;
    private final DeletePolicy mailDeletions;
    private final List<Filter> filters;
    private final LeavePolicy leaving;
    private final int cap;

    private RecordSettings(Builder builder) {
        kind = builder.kind;
        direction = builder.direction;
        fields = List.copyOf(builder.fields);
        ambiguousMatches = builder.ambiguousMatches;
        conflicts = builder.conflicts;
        changedAgainstDeleted = builder.changedAgainstDeleted;
        crmDeletions = builder.crmDeletions;
        mailDeletions = builder.mailDeletions;
        filters = List.copyOf(builder.filters);
        leaving = builder.leaving;
        cap = builder.cap;
    }

    /**
     * Starts the settings of a kind, with every default: off, all standard fields mapped to themselves.
     *
     * @param kind contacts or events
     * @return a builder
     */
    public static Builder builder(ItemKind kind) {
        return new Builder(kind);
    }

    /**
     * Starts changed settings.
     *
     * @return a builder that holds these
     */
    public Builder toBuilder() {
        Builder builder = new Builder(kind);
        builder.direction = direction;
        builder.fields = fields;
        builder.ambiguousMatches = ambiguousMatches;
        builder.conflicts = conflicts;
        builder.changedAgainstDeleted = changedAgainstDeleted;
        builder.crmDeletions = crmDeletions;
        builder.mailDeletions = mailDeletions;
        builder.filters = filters;
        builder.leaving = leaving;
        builder.cap = cap;
        return builder;
    }

    /**
     * Which kind of record these are about.
     *
     * @return contacts or events
     */
    public ItemKind kind() {
        return kind;
    }

    /**
     * Which way records flow (S1).
     *
     * @return the direction; off by default
     */
    public SyncDirection direction() {
        return direction;
    }

    /**
     * Which fields go with which (S1).
     *
     * @return the mappings; each field of a side stands in one of them at most
     */
    public List<FieldMapping> fields() {
        return fields;
    }

    /**
     * Which way one field flows: its own direction, narrowed by that of the kind (S1).
     *
     * @param mapping one of {@link #fields}
     * @return what the two directions have in common
     */
    public SyncDirection direction(FieldMapping mapping) {
        return mapping.direction().within(direction);
    }

    /**
     * What first contact does with several candidates (S2).
     *
     * @return the policy; report by default
     */
    public AmbiguousMatchPolicy ambiguousMatches() {
        return ambiguousMatches;
    }

    /**
     * Who wins a conflict (S3).
     *
     * @return the policy; the CRM by default
     */
    public ConflictPolicy conflicts() {
        return conflicts;
    }

    /**
     * What a change does against a deletion (S3).
     *
     * @return the policy; the change wins by default
     */
    public ChangedAgainstDeletedPolicy changedAgainstDeleted() {
        return changedAgainstDeleted;
    }

    /**
     * What a deletion made on a side does to the other (S11).
     *
     * @param side where the record was deleted
     * @return the policy; by default deletions in the CRM propagate and deletions in the mailbox detach
     */
    public DeletePolicy deletions(Side side) {
        return side == Side.CRM ? crmDeletions : mailDeletions;
    }

    /**
     * What must hold for a record to be in scope (S10, S14).
     *
     * @return the filters; none by default
     */
    public List<Filter> filters() {
        return filters;
    }

    /**
     * What happens to records that a changed setting puts out of scope (S14).
     *
     * @return the policy; unlink by default
     */
    public LeavePolicy leaving() {
        return leaving;
    }

    /**
     * How many records of the kind a user may sync (S16).
     *
     * @return the number, at least 1; 50,000 by default
     */
    public int cap() {
        return cap;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof RecordSettings that
                && kind == that.kind
                && direction == that.direction
                && fields.equals(that.fields)
                && ambiguousMatches == that.ambiguousMatches
                && conflicts == that.conflicts
                && changedAgainstDeleted == that.changedAgainstDeleted
                && crmDeletions == that.crmDeletions
                && mailDeletions == that.mailDeletions
                && filters.equals(that.filters)
                && leaving == that.leaving
                && cap == that.cap;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                kind,
                direction,
                fields,
                ambiguousMatches,
                conflicts,
                changedAgainstDeleted,
                crmDeletions,
                mailDeletions,
                filters,
                leaving,
                cap);
    }

    @Override
    public String toString() {
        return "RecordSettings[" + kind + " " + direction + ", " + fields.size() + " fields, " + conflicts + "]";
    }

    /** Collects settings; {@link #build} checks that they fit together. Not thread-safe. */
    public static final class Builder {

        private final ItemKind kind;
        private SyncDirection direction = SyncDirection.OFF;
        private List<FieldMapping> fields;
        private AmbiguousMatchPolicy ambiguousMatches = AmbiguousMatchPolicy.REPORT;
        private ConflictPolicy conflicts = ConflictPolicy.CRM_WINS;
        private ChangedAgainstDeletedPolicy changedAgainstDeleted = ChangedAgainstDeletedPolicy.CHANGE_WINS;
        private DeletePolicy crmDeletions = DeletePolicy.PROPAGATE;
        private DeletePolicy mailDeletions = DeletePolicy.DETACH;
        private List<Filter> filters = List.of();
        private LeavePolicy leaving = LeavePolicy.UNLINK;
        private int cap = DEFAULT_CAP;

        private Builder(ItemKind kind) {
            this.kind = Objects.requireNonNull(kind, "kind");
            List<Field<?>> standard = kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD;
            fields = standard.stream().map(FieldMapping::same).toList();
        }

        /**
         * Sets which way records flow (S1).
         *
         * @param direction the direction
         * @return this
         */
        public Builder direction(SyncDirection direction) {
            this.direction = Objects.requireNonNull(direction, "direction");
            return this;
        }

        /**
         * Sets which fields go with which (S1).
         *
         * @param fields the mappings
         * @return this
         */
        public Builder fields(List<FieldMapping> fields) {
            this.fields = List.copyOf(fields);
            return this;
        }

        /**
         * Sets what first contact does with several candidates (S2).
         *
         * @param policy the policy
         * @return this
         */
        public Builder ambiguousMatches(AmbiguousMatchPolicy policy) {
            ambiguousMatches = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets who wins a conflict (S3).
         *
         * @param policy the policy
         * @return this
         */
        public Builder conflicts(ConflictPolicy policy) {
            conflicts = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets what a change does against a deletion (S3).
         *
         * @param policy the policy
         * @return this
         */
        public Builder changedAgainstDeleted(ChangedAgainstDeletedPolicy policy) {
            changedAgainstDeleted = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets what a deletion made on a side does to the other (S11).
         *
         * @param side where the record is deleted
         * @param policy the policy
         * @return this
         */
        public Builder deletions(Side side, DeletePolicy policy) {
            Objects.requireNonNull(policy, "policy");
            if (side == Side.CRM) {
                crmDeletions = policy;
            } else {
                mailDeletions = policy;
            }
            return this;
        }

        /**
         * Sets what must hold for a record to be in scope (S10, S14).
         *
         * @param filters the filters, all of which must hold
         * @return this
         */
        public Builder filters(List<Filter> filters) {
            this.filters = List.copyOf(filters);
            return this;
        }

        /**
         * Sets what happens to records that a changed setting puts out of scope (S14).
         *
         * @param policy the policy
         * @return this
         */
        public Builder leaving(LeavePolicy policy) {
            leaving = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets how many records of the kind a user may sync (S16).
         *
         * @param cap at least 1
         * @return this
         */
        public Builder cap(int cap) {
            this.cap = cap;
            return this;
        }

        /**
         * Makes the settings.
         *
         * @return immutable settings
         * @throws IllegalArgumentException if a field or filter belongs to the other kind, a field is mapped twice on one
         *     side, or the cap is below 1
         */
        public RecordSettings build() {
            if (cap < 1) {
                throw new IllegalArgumentException(
                        kind + " cap " + cap + ": use at least 1, or turn the direction off");
            }
            for (Side side : Side.values()) {
                Set<String> seen = new HashSet<>(); // by name, which is unique within a kind
                for (FieldMapping mapping : fields) {
                    requireKind(mapping.on(side));
                    if (!seen.add(mapping.on(side).name())) {
                        throw new IllegalArgumentException(
                                kind + " field " + mapping.on(side) + " of the " + side + " side is mapped twice");
                    }
                }
            }
            filters.forEach(filter -> requireKind(filter.field()));
            return new RecordSettings(this);
        }

        private void requireKind(Field<?> field) {
            if (field.kind() != kind) {
                throw new IllegalArgumentException(
                        "field " + field + " is a field of " + field.kind() + ", not of " + kind);
            }
        }
    }
}
