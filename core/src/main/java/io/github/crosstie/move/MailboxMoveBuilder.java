package io.github.crosstie.move;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link MailboxMove}; {@link #build} checks that none is missing. Needed are the mailbox with both ways into
 * it, the CRM and the store; all else has a default. Not thread-safe.
 */
@Incubating
public final class MailboxMoveBuilder {

    private final OrganizationId organization;
    private final UserId user;
    private final SyncConfiguration configuration;
    private IdTranslator translator = IdTranslator.NONE;
    private @Nullable Map<ItemId, String> uids;
    private UnaryOperator<SyncRound.Builder> rounds = UnaryOperator.identity();
    private @Nullable Owner mailbox;
    private @Nullable Connector crm;
    private @Nullable Connector from;
    private @Nullable Connector to;
    private @Nullable StateStore store;
    private @Nullable Clock clock;
    private @Nullable IdSource ids;

    MailboxMoveBuilder(OrganizationId organization, UserId user, SyncConfiguration configuration) {
        this.organization = Objects.requireNonNull(organization, "organization");
        this.user = Objects.requireNonNull(user, "user");
        this.configuration = Objects.requireNonNull(configuration, "configuration");
    }

    /**
     * Sets which mailbox moves, and by which ways.
     *
     * @param mailbox its owner, as both connectors open it
     * @param from the present way
     * @param to the new one
     * @return this
     * @throws IllegalArgumentException if a connector is not one of the mail side
     */
    public MailboxMoveBuilder mailbox(Owner mailbox, Connector from, Connector to) {
        this.mailbox = Objects.requireNonNull(mailbox, "mailbox");
        this.from = requireSide(from, Side.MAIL);
        this.to = requireSide(to, Side.MAIL);
        return this;
    }

    /**
     * Sets who translates ids; unless set, nobody does, as after a migration in which none survived.
     *
     * @param translator the translator
     * @return this
     */
    public MailboxMoveBuilder translator(IdTranslator translator) {
        this.translator = Objects.requireNonNull(translator, "translator");
        return this;
    }

    /**
     * Sets the UIDs that {@link MailboxMove#gatherUids} gathered while the old way answered, and says that it may be switched off
     * by now; unless set, it has to answer or to refuse access.
     *
     * @param uids the UIDs, by the ids of the old way
     * @return this
     */
    public MailboxMoveBuilder uids(Map<ItemId, String> uids) {
        this.uids = Map.copyOf(uids);
        return this;
    }

    /**
     * Sets the other side.
     *
     * @param crm the CRM; opened with the user's id
     * @return this
     * @throws IllegalArgumentException if the connector is not one of the CRM side
     */
    public MailboxMoveBuilder crm(Connector crm) {
        this.crm = requireSide(crm, Side.CRM);
        return this;
    }

    /**
     * Sets where the state is kept, and the time and the ids.
     *
     * @param store the store
     * @param clock the time
     * @param ids where names of lease holders come from
     * @return this
     */
    public MailboxMoveBuilder store(StateStore store, Clock clock, IdSource ids) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.ids = Objects.requireNonNull(ids, "ids");
        return this;
    }

    /**
     * Sets what the user's rounds know beyond their endpoints, so that the proof is made by a round as the next one will be.
     *
     * @param rounds completes the builder of a round
     * @return this
     */
    public MailboxMoveBuilder rounds(UnaryOperator<SyncRound.Builder> rounds) {
        this.rounds = Objects.requireNonNull(rounds, "rounds");
        return this;
    }

    private static Connector requireSide(Connector connector, Side side) {
        if (connector.side() != side) {
            throw new IllegalArgumentException("a move was given a connector of the " + connector.side()
                    + " side where one of the " + side + " side is needed; exchange them");
        }
        return connector;
    }

    private static <T> T require(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException(
                    "MailboxMove.builder(): " + name + " is missing; call " + name + "(...) before build()");
        }
        return part;
    }

    /**
     * Makes the move; nothing is read or written yet.
     *
     * @return the move
     * @throws IllegalArgumentException if mailbox, crm or store were not set
     */
    public MailboxMove build() {
        return new MailboxMove(new MoveParts(
                organization,
                user,
                require(mailbox, "mailbox"),
                configuration,
                require(crm, "crm"),
                require(from, "mailbox"),
                require(to, "mailbox"),
                translator,
                uids,
                require(store, "store"),
                require(clock, "store"),
                require(ids, "store"),
                rounds,
                false));
    }
}
