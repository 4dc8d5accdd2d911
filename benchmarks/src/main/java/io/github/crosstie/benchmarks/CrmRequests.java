package io.github.crosstie.benchmarks;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.salesforce.LoopbackRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * What a loopback Salesforce is asked by rounds of users, counted there. Both sides must be in step afterwards, or
 * nothing is told.
 */
final class CrmRequests {

    private static final int CONTACTS = 100;

    private CrmRequests() {}

    /**
     * Requests of one or several rounds.
     *
     * @param all all requests
     * @param writes those that write records
     */
    record Counts(int all, int writes) {

        Counts plus(Counts other) {
            return new Counts(all + other.all, writes + other.writes);
        }

        Counts minus(Counts other) {
            return new Counts(all - other.all, writes - other.writes);
        }
    }

    /** What a directory of so many users takes. */
    static int directory(int users, Function<LoadedOrganization, Directory> way) {
        try (LoadedOrganization organization = new LoadedOrganization(users)) {
            if (way.apply(organization).users().size() != users) {
                throw new IllegalStateException("not all users were read; a count of requests would mean nothing");
            }
            return organization.salesforce().requests().size();
        } catch (IOException e) {
            throw new UncheckedIOException("the organization's files cannot be written; make room for them", e);
        }
    }

    /** A round of so many users that finds nothing. */
    static Counts idle(int users) {
        try (SalesforceUsers many = new SalesforceUsers(users, 1)) {
            many.settle();
            return counted(many, 0);
        }
    }

    /** How many collections such a round is about. */
    static int collections(int users) {
        return users * ItemKind.values().length;
    }

    /**
     * What rounds take more than idle ones after a person has changed one contact: the round that writes, and the one
     * after it, which is told of what was written.
     */
    static Counts oneChanged(Side side) {
        try (SalesforceUsers user = new SalesforceUsers(1, CONTACTS)) {
            user.settle();
            Counts idle = counted(user, 0);
            if (side == Side.CRM) {
                user.editInCrm("+1 555 changed");
            } else {
                user.editInMailbox("+1 555 changed");
            }
            Counts writing = counted(user, 1);
            Counts after = counted(user, 0);
            return writing.plus(after).minus(idle).minus(idle);
        }
    }

    /** The round that creates so many contacts of a mailbox in the CRM, where none is. */
    static Counts firstSync(int contacts) {
        try (SalesforceUsers user = new SalesforceUsers(1, 0)) {
            user.createInMailbox(contacts);
            return counted(user, contacts);
        }
    }

    private static Counts counted(SalesforceUsers users, int writes) {
        users.salesforce().forgetRequests();
        int written = users.round();
        if (written != writes || !users.isInStep()) {
            throw new IllegalStateException(
                    "a round was to write " + writes + " records and to leave the sides in step, and wrote " + written
                            + "; counts of its requests would mean nothing");
        }
        List<LoopbackRequest> requests = users.salesforce().requests();
        return new Counts(requests.size(), (int)
                requests.stream().filter(CrmRequests::isWriting).count());
    }

    /** Reading by a body asks for records of one object; writing names none in the path, or an external id after it. */
    private static boolean isWriting(LoopbackRequest request) {
        return switch (request.method()) {
            case "PATCH", "DELETE" -> true;
            case "POST" ->
                request.path().endsWith("/composite/sobjects") || request.path().endsWith("/composite");
            default -> false;
        };
    }
}
