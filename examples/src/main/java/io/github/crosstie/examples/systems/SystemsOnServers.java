package io.github.crosstie.examples.systems;

import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceConnector;
import io.github.crosstie.salesforce.SalesforceDirectorySource;
import io.github.crosstie.salesforce.auth.OAuthSignIn;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything over the wire: the library's own connectors, as a host sets them up, over {@link SampleServers}. */
public final class SystemsOnServers implements Systems {

    private final SampleServers servers;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<Directory> directories = new ArrayList<>();
    private final Map<OrganizationId, Connector> crms = new LinkedHashMap<>();
    private final Map<OrganizationId, LoopbackSalesforce> organizations = new LinkedHashMap<>();
    private final Connector mail;

    private SystemsOnServers(SampleServers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
        servers.organizations().forEach(this::connect);
        servers.shareOut(addresses());
        mail = new SharedMail(servers::isOnExchange, exchange(), graph());
    }

    /**
     * Signs in to the servers, reads the organizations' directories from them, and gives every user with an address a
     * mailbox.
     *
     * @param servers the servers; closed with these systems
     * @param clock the one that Crosstie has
     * @return the systems; close them
     * @throws io.github.crosstie.fault.CrosstieException if a directory cannot be read; the servers go on
     */
    public static SystemsOnServers over(SampleServers servers, Clock clock) {
        return new SystemsOnServers(servers, clock);
    }

    private void connect(LoopbackSalesforce server) {
        OAuthSignIn signIn = OAuthSignIn.builder()
                .client(client)
                .login(server.url())
                .clock(clock)
                .clientCredentials(server.app().consumerKey(), server.app().consumerSecret())
                .allowPlainHttp()
                .build();
        SalesforceConnection connection = SalesforceConnection.builder()
                .client(client)
                .tokens(signIn)
                .clock(clock)
                .allowPlainHttp()
                .build();
        Directory directory =
                SalesforceDirectorySource.builder(connection).build().read();
        OrganizationId id = directory.organization().id();
        directories.add(directory);
        organizations.put(id, server);
        crms.put(
                id,
                SalesforceConnector.builder(connection, id.value())
                        .tagField(SampleServers.TAG_COLUMN)
                        .column(ContactFields.COMPANY_NAME, SampleServers.COMPANY_COLUMN, SampleServers.COMPANY_LENGTH)
                        .userZones(owner -> ZONE)
                        .freshness(Duration.ZERO) // each sync is to be told of the writes of the one before
                        .build());
    }

    private SortedSet<MailboxAddress> addresses() {
        SortedSet<MailboxAddress> addresses = new TreeSet<>();
        for (Directory directory : directories) {
            for (User user : directory.users().all()) {
                if (MailboxAddress.read(user.emailAddress().orElse("")) instanceof AddressReading.Usable usable) {
                    addresses.add(usable.address());
                }
            }
        }
        return addresses;
    }

    private Connector exchange() {
        return EwsConnector.builder()
                .client(client)
                .auth(EwsAuth.bearer(target -> servers.exchangeToken()))
                .server(servers.exchange().url())
                .impersonate()
                .clock(clock)
                .userZones(owner -> ZONE)
                .allowPlainHttp()
                .build();
    }

    private Connector graph() {
        return GraphConnector.builder()
                .client(client)
                .tokens(TokenProvider.constant(servers.graph().accessToken()))
                .service(servers.graph().url())
                .clock(clock)
                .userZones(owner -> ZONE)
                .allowPlainHttp()
                .build();
    }

    @Override
    public List<Directory> directories() {
        return List.copyOf(directories);
    }

    @Override
    public Connector crm(OrganizationId organization) {
        return of(organization, crms);
    }

    @Override
    public Connector mail() {
        return mail;
    }

    @Override
    public Screen screen(Side side, OrganizationId organization, Owner owner, ItemKind kind) {
        return side == Side.CRM
                ? SalesforceScreen.of(of(organization, organizations).organization(), owner, kind)
                : MailScreen.of(servers.mailbox(MailboxAddress.of(owner.value())), kind);
    }

    private static <T> T of(OrganizationId organization, Map<OrganizationId, T> all) {
        T found = all.get(organization);
        if (found == null) {
            throw new IllegalArgumentException("there is no organization " + organization + " among " + all.keySet()
                    + "; name one of the directories");
        }
        return found;
    }

    @Override
    public List<String> traffic() {
        return servers.traffic();
    }

    @Override
    public void close() {
        servers.close();
    }
}
