package io.github.crosstie;

import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.conflict.AddressResolver;
import io.github.crosstie.conflict.ConflictDetector;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link Crosstie}; {@link #build} checks that none is missing. Needed are an organization at least, the
 * mail system, a store, a clock and a source of ids; all else has a default. Not thread-safe.
 */
public final class CrosstieBuilder {

    private final List<OrganizationSetup> setups = new ArrayList<>();
    private final Map<OrganizationId, Connector> crms = new LinkedHashMap<>();
    private AddressResolver addresses = AddressResolver.NONE;
    private RecurrenceExpander recurrences = RecurrenceExpander.cautious();
    private Map<MailboxAddress, MailboxClaim> claims = Map.of();
    private @Nullable Connector mail;
    private @Nullable Connector successor;
    private IdTranslator translator = IdTranslator.NONE;
    private @Nullable StateStore store;
    private @Nullable Clock clock;
    private @Nullable IdSource ids;
    private RoundPolicy policy = RoundPolicy.DEFAULT;
    private SyncListener listener = SyncListener.NONE;

    CrosstieBuilder() {}

    /**
     * Adds an organization.
     *
     * @param setup who is there and what its admins have written
     * @param crm its records; opened with user ids
     * @return this
     * @throws IllegalArgumentException if the connector is one of the mail side or the organization was added before
     */
    public CrosstieBuilder organization(OrganizationSetup setup, Connector crm) {
        requireSide(crm, Side.CRM);
        if (crms.putIfAbsent(setup.id(), crm) != null) {
            throw new IllegalArgumentException(
                    "organization " + setup.id() + " was added before; add each organization once");
        }
        setups.add(setup);
        return this;
    }

    /**
     * Sets where the mailboxes are.
     *
     * @param mail the mail system; opened with normalized mailbox addresses
     * @return this
     * @throws IllegalArgumentException if the connector is one of the CRM side
     */
    public CrosstieBuilder mail(Connector mail) {
        requireSide(mail, Side.MAIL);
        this.mail = mail;
        return this;
    }

    /**
     * Sets by which way mailboxes are synced once they have moved (S22), such as Microsoft Graph after Exchange Web Services. Each
     * goes on as before until its own {@link Crosstie#move} is committed.
     *
     * @param successor the mail system by the new way; opened with normalized mailbox addresses
     * @param translator who translates ids; {@link IdTranslator#NONE} if none survive
     * @return this
     * @throws IllegalArgumentException if the connector is one of the CRM side
     */
    public CrosstieBuilder successor(Connector successor, IdTranslator translator) {
        requireSide(successor, Side.MAIL);
        this.successor = successor;
        this.translator = Objects.requireNonNull(translator, "translator");
        return this;
    }

    /**
     * Sets where the state is kept.
     *
     * @param store the store
     * @return this
     */
    public CrosstieBuilder store(StateStore store) {
        this.store = Objects.requireNonNull(store, "store");
        return this;
    }

    /**
     * Sets the time.
     *
     * @param clock the clock; its zone counts the days of the event window (S23)
     * @return this
     */
    public CrosstieBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * Sets where new ids come from.
     *
     * @param ids the source, such as {@code () -> UUID.randomUUID().toString()}
     * @return this
     */
    public CrosstieBuilder ids(IdSource ids) {
        this.ids = Objects.requireNonNull(ids, "ids");
        return this;
    }

    /**
     * Sets whom to ask for primary addresses, so that aliases are found (C8). Nobody unless set.
     *
     * @param addresses whom to ask
     * @return this
     */
    public CrosstieBuilder addresses(AddressResolver addresses) {
        this.addresses = Objects.requireNonNull(addresses, "addresses");
        return this;
    }

    /**
     * Sets what holds for all rounds: how long to leave alone what does not work, and when an organization's deletions are
     * held. {@link RoundPolicy#DEFAULT} unless set.
     *
     * @param policy the policy
     * @return this
     */
    public CrosstieBuilder policy(RoundPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets who is told what the rounds do, whoever calls for them. Nobody unless set; several by {@link SyncListener#of}.
     *
     * @param listener who is told, from the threads of the rounds
     * @return this
     */
    public CrosstieBuilder listener(SyncListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Sets who tells when recurring series take place (S6, S11, S23), such as the {@code RuleExpander} of the module
     * {@code crosstie-recurrence}. Unless set, a series counts as taking place as long as it has not certainly ended.
     *
     * @param recurrences whom to ask
     * @return this
     */
    public CrosstieBuilder recurrences(RecurrenceExpander recurrences) {
        this.recurrences = Objects.requireNonNull(recurrences, "recurrences");
        return this;
    }

    /**
     * Sets which claims the host knows of (S12): whose mailbox another organization holds is reported and held (C9), and of
     * those who share a mailbox the one that holds its claim goes on (C1, C2, C7). What is not known here is found out by
     * the round that writes.
     *
     * @param claims the claims by mailbox, such as {@link Crosstie#claim} read them
     * @return this
     */
    public CrosstieBuilder claims(Map<MailboxAddress, MailboxClaim> claims) {
        this.claims = Map.copyOf(claims);
        return this;
    }

    private static void requireSide(Connector connector, Side side) {
        if (connector.side() != side) {
            throw new IllegalArgumentException("a connector of the " + connector.side()
                    + " side was given where one of the " + side + " side is needed; exchange the two");
        }
    }

    private static <T> T require(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException(
                    "Crosstie.builder(): " + name + " is missing; call " + name + "(...) before build()");
        }
        return part;
    }

    /**
     * Resolves all organizations and looks for conflicts. Asks the {@link #addresses} alone, and calls no connector or store.
     *
     * @return a new one
     * @throws IllegalArgumentException if mail, store, clock or ids were not set, or no organization was added
     */
    public Crosstie build() {
        if (setups.isEmpty()) {
            throw new IllegalArgumentException(
                    "Crosstie.builder(): organization is missing; call organization(...) before build()");
        }
        Connector present = require(mail, "mail");
        StateStore given = require(store, "store");
        Context context = new Context(
                given, require(clock, "clock"), require(ids, "ids"), policy, listener, recurrences, addresses);
        return new Crosstie(
                ConflictDetector.create()
                        .withAddresses(addresses)
                        .withClaims(claims)
                        .detect(setups.stream().map(OrganizationSetup::roster).toList()),
                crms,
                new MailRoutes(present, successor, translator, given),
                context);
    }
}
