package io.github.crosstie.examples.systems;

import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Servers on this machine, filled with organizations: one for each organization of Salesforce, one Exchange and one
 * Microsoft Graph, which have nothing in common. They serve until they are closed. Thread-safe once mailboxes are
 * shared out.
 */
public final class SampleServers implements AutoCloseable {

    /** The column of Contact and Event that holds the engine's marks. */
    static final String TAG_COLUMN = "Crosstie_Tag__c";

    /**
     * The column of Contact for the company: what Salesforce itself shows there is the account's name, another record.
     */
    static final String COMPANY_COLUMN = "Company__c";

    static final int COMPANY_LENGTH = 255;
    private static final int TAG_LENGTH = 255;
    static final String SYNC_FOLDER = "Salesforce_Sync";
    private static final String EXCHANGE_TOKEN = "token-of-the-service";

    private final List<LoopbackSalesforce> organizations = new ArrayList<>();
    private final LoopbackExchange exchange;
    private final LoopbackGraph graph;
    private final Map<MailboxAddress, LoopbackMailbox> onExchange = new TreeMap<>();
    private final Map<MailboxAddress, LoopbackMailbox> onGraph = new TreeMap<>();

    private SampleServers(Clock clock) {
        exchange = LoopbackExchange.start(clock);
        graph = LoopbackGraph.start(clock);
        exchange.requireBearer(EXCHANGE_TOKEN);
        exchange.keepEnvelopes(false);
        graph.keepBodies(false);
    }

    /**
     * Starts the servers. There are no mailboxes yet.
     *
     * @param clock the servers' clock
     * @param folders for each organization a folder with the results of queries, {@code Organization.json} among them
     * @param sandboxes which of the folders, by name, are those of sandboxes whatever their records say
     * @return the servers; close them
     * @throws IllegalArgumentException if a folder has no record of an organization, or records that Salesforce does not
     *     have
     */
    public static SampleServers start(Clock clock, List<Path> folders, Set<String> sandboxes) {
        SampleServers servers = new SampleServers(clock);
        try {
            for (Path folder : folders) {
                LoopbackSalesforce server = LoopbackSalesforce.start(clock);
                servers.organizations.add(server);
                fill(server.organization(), folder, sandboxes);
            }
            return servers;
        } catch (RuntimeException failure) {
            servers.close();
            throw failure;
        }
    }

    private static void fill(SalesforceOrganization organization, Path folder, Set<String> sandboxes) {
        organization.declare("Contact", SalesforceField.text(COMPANY_COLUMN, COMPANY_LENGTH));
        for (String object : List.of("Contact", "Event")) {
            organization.declare(
                    object,
                    SalesforceField.text(TAG_COLUMN, TAG_LENGTH)
                            .externalId()
                            .unique()
                            .caseSensitive());
        }
        organization.load(folder);
        String name = String.valueOf(folder.getFileName());
        if (organization.id().isEmpty()) {
            throw new IllegalArgumentException(
                    name + "/Organization.json: is missing or empty, and a server has to know whose"
                            + " it is; save the result of SELECT Id, Name, IsSandbox FROM Organization there");
        }
        if (sandboxes.contains(name)) {
            organization.sandbox(true);
        }
    }

    /**
     * Makes mailboxes, by turns on Exchange and in Microsoft Graph.
     *
     * @param addresses their addresses
     */
    void shareOut(SortedSet<MailboxAddress> addresses) {
        boolean turn = true;
        for (MailboxAddress address : addresses) {
            LoopbackMailbox mailbox = turn ? exchange.mailbox(address.text()) : graph.mailbox(address.text());
            mailbox.addFolder(SYNC_FOLDER, mailbox.contacts());
            (turn ? onExchange : onGraph).put(address, mailbox);
            turn = !turn;
        }
    }

    /**
     * The organizations of Salesforce.
     *
     * @return a server for each, in the order of the folders
     */
    List<LoopbackSalesforce> organizations() {
        return List.copyOf(organizations);
    }

    /**
     * Exchange.
     *
     * @return the server
     */
    LoopbackExchange exchange() {
        return exchange;
    }

    /**
     * What Exchange lets a service in by.
     *
     * @return a bearer token
     */
    String exchangeToken() {
        return EXCHANGE_TOKEN;
    }

    /**
     * Microsoft Graph.
     *
     * @return the server
     */
    LoopbackGraph graph() {
        return graph;
    }

    /**
     * Whether a mailbox is on Exchange.
     *
     * @param address the mailbox
     * @return false if it is in Microsoft Graph, or nowhere
     */
    boolean isOnExchange(MailboxAddress address) {
        return onExchange.containsKey(address);
    }

    /**
     * A mailbox in its owner's hands, wherever it is.
     *
     * @param address the mailbox
     * @return the mailbox
     * @throws IllegalArgumentException if it is on neither server
     */
    LoopbackMailbox mailbox(MailboxAddress address) {
        LoopbackMailbox mailbox = onExchange.getOrDefault(address, onGraph.get(address));
        if (mailbox == null) {
            throw new IllegalArgumentException("mailbox " + address + " is on neither server; share it out first");
        }
        return mailbox;
    }

    /**
     * How many requests the servers have answered so far.
     *
     * @return a line for each server
     */
    List<String> traffic() {
        List<String> lines = new ArrayList<>();
        for (LoopbackSalesforce server : organizations) {
            lines.add("Salesforce, organization " + server.organization().id() + ": "
                    + server.requests().size() + " requests");
        }
        lines.add("Exchange Web Services, " + onExchange.size() + " mailboxes: "
                + exchange.requests().size() + " requests");
        lines.add("Microsoft Graph, " + onGraph.size() + " mailboxes: "
                + graph.requests().size() + " requests");
        return List.copyOf(lines);
    }

    /** Stops the servers. */
    @Override
    public void close() {
        organizations.forEach(LoopbackSalesforce::close);
        graph.close();
        exchange.close();
    }
}
