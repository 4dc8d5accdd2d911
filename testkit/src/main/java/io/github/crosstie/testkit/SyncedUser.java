package io.github.crosstie.testkit;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One user, ready to sync: an organization with a configuration that means them, a CRM and a mailbox in memory, a
 * store, a clock that stands still and ids in a row. Two of them know nothing of each other. Its parts are as
 * thread-safe as they are by themselves.
 *
 * <pre>{@code
 * SyncedUser anna = SyncedUser.create();
 * ItemId ada = anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
 *
 * assertThat(anna.sync()).createdInMailbox(1);
 *
 * SyncedUser oneWay = SyncedUser.builder()
 *         .configuration(configuration -> configuration.contacts(SyncDirection.CRM_TO_MAIL))
 *         .mail(mailbox -> mailbox.pageSize(2))
 *         .build();
 * }</pre>
 */
public final class SyncedUser {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");
    private static final String ADDRESS = "anna@acme.example";

    private final MutableClock clock;
    private final StateStore store;
    private final InMemorySystem crm;
    private final InMemorySystem mail;
    private final Crosstie crosstie;

    private SyncedUser(Builder builder) {
        clock = builder.clock;
        store = builder.store;
        crm = builder.crm.apply(InMemorySystem.builder(Side.CRM, clock)).build();
        mail = builder.mail.apply(InMemorySystem.builder(Side.MAIL, clock)).build();
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, ADDRESS, SALES).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = builder.configuration
                .apply(SyncConfiguration.builder(new ConfigurationId("sales"))
                        .assignments(new Assignment.OfProfile(SALES))
                        .contacts(SyncDirection.BOTH)
                        .events(SyncDirection.BOTH))
                .build();
        crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(ACME, configuration)), crm)
                .mail(mail)
                .store(store)
                .clock(clock)
                .ids(SequentialIds.create())
                .listener(builder.listener)
                .build();
        for (ItemKind kind : ItemKind.values()) {
            records(Side.CRM, kind);
            records(Side.MAIL, kind);
        }
    }

    /**
     * A user whose contacts and events flow both ways.
     *
     * @return the user, without any record
     */
    public static SyncedUser create() {
        return builder().build();
    }

    /**
     * Starts a user who is less plain.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Syncs the user: a round of contacts, then one of events.
     *
     * @return what came of it
     */
    public SyncResult sync() {
        return crosstie.sync(ACME, ANNA);
    }

    /**
     * Moves the clock, then syncs the user.
     *
     * @param pause how long after the last time
     * @return what came of it
     */
    public SyncResult syncAfter(Duration pause) {
        clock.advance(pause);
        return sync();
    }

    /**
     * What a round would do; touches nothing.
     *
     * @param kind contacts or events
     * @return the plan
     * @throws IllegalStateException if the configuration lets no round of this kind run
     */
    public SyncPlan plan(ItemKind kind) {
        return crosstie.plan(ACME, ANNA, kind)
                .orElseThrow(() -> new IllegalStateException(
                        "no round of " + kind + " runs for this user; set its direction in the configuration"));
    }

    /**
     * The user's contacts in the CRM, for people to edit and for faults.
     *
     * @return always the same
     */
    public InMemoryRecords crmContacts() {
        return records(Side.CRM, ItemKind.CONTACT);
    }

    /**
     * The user's contacts in the mailbox.
     *
     * @return always the same
     */
    public InMemoryRecords mailContacts() {
        return records(Side.MAIL, ItemKind.CONTACT);
    }

    /**
     * The user's events in the CRM.
     *
     * @return always the same
     */
    public InMemoryRecords crmEvents() {
        return records(Side.CRM, ItemKind.EVENT);
    }

    /**
     * The user's events in the mailbox.
     *
     * @return always the same
     */
    public InMemoryRecords mailEvents() {
        return records(Side.MAIL, ItemKind.EVENT);
    }

    /**
     * The user's records of one kind on one side.
     *
     * @param side the CRM or the mailbox
     * @param kind contacts or events
     * @return always the same
     */
    public InMemoryRecords records(Side side, ItemKind kind) {
        return side == Side.CRM ? crm.records(new Owner(ANNA.value()), kind) : mail.records(new Owner(ADDRESS), kind);
    }

    /**
     * The time, which moves only when the test moves it.
     *
     * @return the clock of all parts
     */
    public MutableClock clock() {
        return clock;
    }

    /**
     * Where the state is kept.
     *
     * @return the store
     */
    public StateStore store() {
        return store;
    }

    /**
     * Under which key the store keeps the user's state.
     *
     * @param kind contacts or events
     * @return the key
     */
    public CollectionKey collection(ItemKind kind) {
        return new CollectionKey(ACME, ANNA, kind);
    }

    /**
     * The library as a host embeds it, to hand to the code under test.
     *
     * @return what {@link #sync} and {@link #plan} call
     */
    public Crosstie crosstie() {
        return crosstie;
    }

    /**
     * The user's organization, to hand to {@link #crosstie}.
     *
     * @return its id
     */
    public OrganizationId organization() {
        return ACME;
    }

    /**
     * The user, to hand to {@link #crosstie}.
     *
     * @return their id
     */
    public UserId id() {
        return ANNA;
    }

    /** Collects what is special about a user. Not thread-safe. */
    public static final class Builder {

        private UnaryOperator<SyncConfiguration.Builder> configuration = UnaryOperator.identity();
        private UnaryOperator<InMemorySystem.Builder> crm = UnaryOperator.identity();
        private UnaryOperator<InMemorySystem.Builder> mail = UnaryOperator.identity();
        private StateStore store = InMemoryStateStore.create();
        private MutableClock clock = MutableClock.create();
        private SyncListener listener = SyncListener.NONE;

        private Builder() {}

        /**
         * Sets who is told what the user's rounds do.
         *
         * @param listener who is told; nobody unless set
         * @return this
         */
        public Builder listener(SyncListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Changes the configuration.
         *
         * @param change what is different from both kinds flowing both ways by default settings
         * @return this
         */
        public Builder configuration(UnaryOperator<SyncConfiguration.Builder> change) {
            configuration = Objects.requireNonNull(change, "change");
            return this;
        }

        /**
         * Changes the CRM.
         *
         * @param change what is less perfect about it
         * @return this
         */
        public Builder crm(UnaryOperator<InMemorySystem.Builder> change) {
            crm = Objects.requireNonNull(change, "change");
            return this;
        }

        /**
         * Changes the mail system.
         *
         * @param change what is less perfect about it
         * @return this
         */
        public Builder mail(UnaryOperator<InMemorySystem.Builder> change) {
            mail = Objects.requireNonNull(change, "change");
            return this;
        }

        /**
         * Sets where the state is kept: a store in memory unless set, a {@link FailingStore} for instance.
         *
         * @param store the store
         * @return this
         */
        public Builder store(StateStore store) {
            this.store = Objects.requireNonNull(store, "store");
            return this;
        }

        /**
         * Sets the time.
         *
         * @param clock the clock of all parts; one at {@link MutableClock#START} unless set
         * @return this
         */
        public Builder clock(MutableClock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Makes the user.
         *
         * @return the user, without any record
         */
        public SyncedUser build() {
            return new SyncedUser(this);
        }
    }
}
