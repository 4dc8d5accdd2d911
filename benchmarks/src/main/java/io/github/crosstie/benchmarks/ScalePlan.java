package io.github.crosstie.benchmarks;

import io.github.crosstie.benchmarks.fleet.FleetSettings;
import io.github.crosstie.benchmarks.store.StoreColumn;
import io.github.crosstie.benchmarks.store.StoreMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a million mailboxes every ten minutes ask of everything they rest on, beside what that gives: computed from what was measured of a
 * store, what is counted of requests, what vendors document, and what is assumed. Each line says which.
 */
final class ScalePlan {

    private static final double MAILBOXES = 1_000_000;
    private static final double SECONDS = 600;
    private static final double DAY = 86_400;

    /** Contacts and events. */
    private static final double COLLECTIONS = 2;
    /** Assumed: as many contacts, and as many events within the window. */
    private static final double LINKS_OF_COLLECTION = 100;
    /** Counted by P7: one request a collection. */
    private static final double REQUESTS = COLLECTIONS;
    /** Assumed. */
    private static final double SECONDS_OF_ANSWER = 0.3;
    /** Documented: 130,000 in ten seconds, of an application. */
    private static final double GRAPH_OF_APPLICATION = 13_000;
    /** Documented: in ten minutes, of an application and mailbox. */
    private static final double GRAPH_OF_MAILBOX = 10_000;
    /** Counted by P7: of an organization, however many users. */
    private static final double SALESFORCE = 4;
    /** Half a minute unless set otherwise. */
    private static final double FRESHNESS = 30;
    /** Documented: Enterprise Edition, and for each licence. */
    private static final double SALESFORCE_BASE = 100_000;

    private static final double SALESFORCE_OF_LICENCE = 1_000;

    private final StoreColumn store;
    private final FleetSettings fleet;
    private final List<String> lines = new ArrayList<>();

    private ScalePlan(StoreColumn store, FleetSettings fleet) {
        this.store = store;
        this.fleet = fleet;
    }

    /**
     * The plan.
     *
     * @param store what was measured of the database that all nodes share
     * @param fleet the nodes, and how long rounds take
     * @return a table's lines
     */
    static List<String> markdown(StoreColumn store, FleetSettings fleet) {
        return new ScalePlan(store, fleet).plan();
    }

    private List<String> plan() {
        lines.add("| what is asked for | how much | of how much | how that is known |");
        lines.add("|---|--:|--:|---|");
        double rounds = MAILBOXES / SECONDS;
        line("rounds a second", number(rounds), "–", "computed: 1,000,000 / 600 s");
        graph(rounds);
        salesforce();
        nodes(rounds);
        database(rounds);
        return lines;
    }

    private void graph(double rounds) {
        double requests = rounds * REQUESTS;
        line(
                "requests a second to Graph, all quiet",
                number(requests),
                share(requests, GRAPH_OF_APPLICATION),
                "counted: one a collection (P7); documented: 130,000 in 10 s an application, over all tenants");
        line(
                "requests in 10 minutes of one mailbox",
                number(REQUESTS),
                share(REQUESTS, GRAPH_OF_MAILBOX),
                "counted; documented: 10,000 an application and mailbox, 4 at a time, where a quiet round has 1");
        line(
                "requests under way at a time",
                number(requests * SECONDS_OF_ANSWER),
                "–",
                "computed by Little's law; assumed: an answer after " + SECONDS_OF_ANSWER + " s");
    }

    private void salesforce() {
        double users = MAILBOXES / fleet.organizations();
        double allowed = SALESFORCE_BASE + SALESFORCE_OF_LICENCE * users;
        double often = SALESFORCE * DAY / FRESHNESS * fleet.nodes();
        double seldom = SALESFORCE * DAY / SECONDS * fleet.nodes();
        String documented = String.format(
                Locale.ROOT,
                "documented: 100,000 + 1,000 a licence a day (Enterprise), of %,.0f users in each of %,d organizations",
                users,
                fleet.organizations());
        line(
                "requests a day to an organization of Salesforce, asked every 30 s",
                number(often),
                share(often, allowed),
                "counted: 4 for all its users (P7), by each of " + fleet.nodes() + " nodes; " + documented);
        line(
                "the same with `freshness` of 10 minutes",
                number(seldom),
                share(seldom, allowed),
                "computed from the same");
    }

    private void nodes(double rounds) {
        double underWay = rounds * fleet.rounds().mean();
        line(
                "rounds under way at a time",
                number(underWay),
                share(underWay, (double) fleet.inFlight() * (fleet.nodes() - 1)),
                String.format(
                        Locale.ROOT,
                        "computed by Little's law; assumed: %.2f s a round; of what %d nodes can that take %,d each",
                        fleet.rounds().mean(),
                        fleet.nodes() - 1,
                        fleet.inFlight()));
    }

    private void database(double rounds) {
        double links = MAILBOXES * COLLECTIONS * LINKS_OF_COLLECTION;
        line(
                "bytes of the database",
                number(links * of(StoreMeasure.LINK_BYTES) / 1e9) + " GB",
                "–",
                "measured: bytes a link; assumed: " + number(LINKS_OF_COLLECTION) + " links a collection, "
                        + number(links) + " in all");
        double leases = rounds * COLLECTIONS;
        line(
                "leases taken and given back a second",
                number(leases),
                share(leases, of(StoreMeasure.LEASES_OF_EIGHT)),
                "computed: one a collection, two commits each; measured: eight workers");
        line(
                "links read a second, as each round reads its collection",
                number(leases * LINKS_OF_COLLECTION),
                share(leases * LINKS_OF_COLLECTION, of(StoreMeasure.LINKS_READ)),
                "computed; measured: one worker, which takes a core");
        line(
                "the store's part of quiet rounds a second, both together",
                number(leases),
                share(leases, of(StoreMeasure.QUIET_ROUNDS)),
                "computed; measured: eight workers");
        line(
                "mailboxes claimed a second",
                number(rounds),
                share(rounds, of(StoreMeasure.CLAIMS)),
                "computed; measured: a plain table, not the cluster's own claim, 100 at a time, eight workers");
        line(
                "mailboxes that this very database carries every 10 minutes",
                number(of(StoreMeasure.QUIET_ROUNDS) / COLLECTIONS * SECONDS),
                share(of(StoreMeasure.QUIET_ROUNDS) / COLLECTIONS * SECONDS, MAILBOXES),
                "computed from the store's part of quiet rounds");
    }

    private double of(StoreMeasure measure) {
        Double figure = store.figures().get(measure);
        if (figure == null) {
            throw new IllegalArgumentException(
                    store.name() + " was not measured for " + measure + "; plan with a database that was");
        }
        return figure;
    }

    private void line(String what, String much, String share, String known) {
        lines.add("| " + what + " | " + much + " | " + share + " | " + known + " |");
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String share(double part, double whole) {
        double percent = 100 * part / whole;
        return String.format(Locale.ROOT, percent < 10 ? "%.2g %% of %,.0f" : "%,.0f %% of %,.0f", percent, whole);
    }
}
