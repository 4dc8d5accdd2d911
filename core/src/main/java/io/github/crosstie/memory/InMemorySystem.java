package io.github.crosstie.memory;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A CRM or a mail system in memory, with any number of users. Thread-safe.
 *
 * <pre>{@code
 * InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
 * InMemoryRecords contacts = crm.records(new Owner("0051"), ItemKind.CONTACT);
 * ItemId ada = contacts.create(Item.contact().set(SURNAME, "Lovelace").build());
 * contacts.edit(ada, contact -> contact.set(COMPANY_NAME, "Analytical Engines"));
 * Endpoint endpoint = crm.open(new Owner("0051"), ItemKind.CONTACT, configuration);
 * }</pre>
 */
public final class InMemorySystem implements Connector {

    /** How many changes a page holds unless set otherwise. */
    public static final int DEFAULT_PAGE_SIZE = 100;

    private final Side side;
    private final Clock clock;
    private final int pageSize;
    private final boolean carriesRecords;
    private final Projection projection;
    private final boolean idempotentCreates;
    private final @Nullable IntFunction<String> ids;
    private final Map<ItemKind, Capabilities> capabilities;
    private final Map<Owner, Map<ItemKind, InMemoryRecords>> accounts = new HashMap<>();
    private final List<SentMail> sentMail = new CopyOnWriteArrayList<>();
    private final Map<Owner, InMemoryClaim> claims = new HashMap<>();
    private int tables;

    private InMemorySystem(Builder builder) {
        side = builder.side;
        clock = builder.clock;
        pageSize = builder.pageSize;
        carriesRecords = builder.carriesRecords;
        projection = builder.projection;
        idempotentCreates = builder.idempotentCreates;
        ids = builder.ids;
        capabilities = new EnumMap<>(builder.capabilities);
    }

    /**
     * A system that can do everything and holds every value as it is given.
     *
     * @param side the CRM or the mail side
     * @param clock its own clock
     * @return the system, without users
     */
    public static InMemorySystem create(Side side, Clock clock) {
        return builder(side, clock).build();
    }

    /**
     * Starts a system that is less perfect.
     *
     * @param side the CRM or the mail side
     * @param clock its own clock
     * @return a builder
     */
    public static Builder builder(Side side, Clock clock) {
        return new Builder(side, clock);
    }

    /**
     * One user's records as people see and edit them. The user exists from the first call on.
     *
     * @param owner the user id or mailbox address
     * @param kind contacts or events
     * @return the records, the same for the same owner and kind
     */
    public synchronized InMemoryRecords records(Owner owner, ItemKind kind) {
        return accounts.computeIfAbsent(owner, absent -> new EnumMap<>(ItemKind.class))
                .computeIfAbsent(kind, absent -> newRecords(kind));
    }

    /**
     * Where a user's mailbox keeps its claim (S12). A mail system keeps claims unless its capabilities say otherwise, a
     * CRM does not.
     *
     * @param owner the mailbox address
     * @return the place, the same for the same owner
     */
    public synchronized InMemoryClaim claim(Owner owner) {
        return claims.computeIfAbsent(owner, absent -> new InMemoryClaim());
    }

    /** Ids are numbered, not named after the owner, whose address is personal data. */
    private InMemoryRecords newRecords(ItemKind kind) {
        tables++;
        RecordTable table = new RecordTable(side + "-" + kind + "-" + tables, clock, projection, ids);
        InMemoryRecords records = new InMemoryRecords(table, kind);
        if (idempotentCreates) {
            records.faults().idempotentCreates();
        }
        return records;
    }

    /**
     * The mail that this system has sent to attendees, because an endpoint's write asked for it, or because the system
     * cannot write silently ({@link Capabilities#silentWrites}). What people write themselves is not told here. A CRM
     * sends none.
     *
     * @return the messages so far, oldest first
     */
    public List<SentMail> sentMail() {
        return List.copyOf(sentMail);
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public synchronized Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        if (!accounts.containsKey(owner)) {
            throw new MailboxUnavailableException(
                    "the " + side + " side knows no user " + owner + "; create the user by asking for its records");
        }
        Capabilities able = Objects.requireNonNull(capabilities.get(kind));
        Outbox outbox = new Outbox(side, able.silentWrites(), owner, sentMail);
        return new InMemoryEndpoint(side, records(owner, kind), outbox, claim(owner), able, pageSize, carriesRecords);
    }

    /** Collects the settings of a system. Not thread-safe. */
    public static final class Builder {

        private final Side side;
        private final Clock clock;
        private int pageSize = DEFAULT_PAGE_SIZE;
        private boolean carriesRecords = true;
        private Projection projection = Projection.FAITHFUL;
        private boolean idempotentCreates;
        private @Nullable IntFunction<String> ids;
        private final Map<ItemKind, Capabilities> capabilities = new EnumMap<>(ItemKind.class);

        private Builder(Side side, Clock clock) {
            this.side = Objects.requireNonNull(side, "side");
            this.clock = Objects.requireNonNull(clock, "clock");
            for (ItemKind kind : ItemKind.values()) {
                capabilities.put(kind, Capabilities.full(kind).withClaims(side == Side.MAIL));
            }
        }

        /**
         * Sets how many changes a page holds.
         *
         * @param pageSize 1 or more; 100 by default
         * @return this
         * @throws IllegalArgumentException if it is smaller than 1
         */
        public Builder pageSize(int pageSize) {
            if (pageSize < 1) {
                throw new IllegalArgumentException("page size " + pageSize + ": use 1 or more");
            }
            this.pageSize = pageSize;
            return this;
        }

        /**
         * Sets whether pages carry whole records.
         *
         * @param carriesRecords true, the default, if they do
         * @return this
         */
        public Builder carriesRecords(boolean carriesRecords) {
            this.carriesRecords = carriesRecords;
            return this;
        }

        /**
         * Makes the system lossy.
         *
         * @param projection what it really holds of a value; idempotent
         * @return this
         */
        public Builder lossy(Projection projection) {
            this.projection = Objects.requireNonNull(projection, "projection");
            return this;
        }

        /**
         * Makes the system answer a creation that repeats an idempotency key with the record of the earlier attempt,
         * and the tag that this carries, instead of creating another.
         *
         * @return this
         */
        public Builder idempotentCreates() {
            idempotentCreates = true;
            return this;
        }

        /**
         * Sets how ids look: with quotes and blanks, or in pairs that differ by case only, as those of real systems do.
         *
         * @param ids the id of a user's first, second, third record of a kind; never the same twice. By default ids are
         *     numbered
         * @return this
         */
        public Builder ids(IntFunction<String> ids) {
            this.ids = Objects.requireNonNull(ids, "ids");
            return this;
        }

        /**
         * Sets what the system can do with one kind of record.
         *
         * @param kind contacts or events
         * @param able what it can do
         * @return this
         */
        public Builder capabilities(ItemKind kind, Capabilities able) {
            capabilities.put(kind, Objects.requireNonNull(able, "able"));
            return this;
        }

        /**
         * Makes the system.
         *
         * @return the system, without users
         */
        public InMemorySystem build() {
            return new InMemorySystem(this);
        }
    }
}
