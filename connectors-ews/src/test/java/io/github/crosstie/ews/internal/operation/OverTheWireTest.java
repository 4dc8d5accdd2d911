package io.github.crosstie.ews.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.transport.EwsTransport;
import io.github.crosstie.ews.internal.transport.MailServer;
import io.github.crosstie.ews.internal.transport.WebClient;
import io.github.crosstie.ews.internal.transport.WebPolicy;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation against a server that was written without a look at this module. */
class OverTheWireTest {

    private static final FolderReference CONTACTS = FolderReference.distinguished("contacts");
    private static final PropertyPath STAMP =
            PropertyPath.named("c11ff724-aa03-4555-9952-8fa248a11c3e", "Stamp", "String");

    private final MutableClock clock = MutableClock.create();
    private final LoopbackExchange exchange = LoopbackExchange.start(clock);
    private final LoopbackMailbox mailbox = exchange.mailbox("anna@acme.example");
    private final EwsChannel channel = EwsTransport.of(
                    WebClient.of(
                            HttpClient.newBuilder()
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .build(),
                            EwsAuth.bearer(target -> "token"),
                            WebPolicy.DEFAULT.withPlainHttp().within(Duration.ofSeconds(30))),
                    clock,
                    () -> UUID.randomUUID().toString())
            .channel(
                    new Owner("anna@acme.example"),
                    MailServer.at(exchange.url()),
                    RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1));

    @AfterEach
    void everythingThatWasSaidIsValid() {
        SchemaJudge.ifPresent().ifPresent(judge -> {
            for (LoopbackRequest request : exchange.requests()) {
                assertThat(judge.complaints(request.envelope()))
                        .as(request.operation())
                        .isEmpty();
                assertThat(judge.complaints(request.answer()))
                        .as(request.operation())
                        .isEmpty();
            }
        });
        exchange.close();
    }

    @Test
    void aContactLivesAndDies() {
        SyncFolderItems syncing = new SyncFolderItems(channel, clock);
        String empty = syncing.all(CONTACTS, null, change -> {});

        ItemKey created = done(new CreateItem(channel)
                .create(CONTACTS, MeetingMessages.NONE, List.of(contact("Ben", "tag-1")))
                .get(0));
        assertThat(changes(empty)).containsExactly(new SyncChange.Created(created, "Contact"));
        assertThat(found("tag-1")).containsExactly(created);
        assertThat(found("tag-2")).isEmpty();

        ItemKey updated = done(rename(created, "Benedict"));
        assertThat(updated.id()).isEqualTo(created.id());
        assertThat(updated.changeKey()).isNotEqualTo(created.changeKey());
        assertThat(rename(created, "Benno"))
                .isInstanceOfSatisfying(
                        Result.Failed.class,
                        failed -> assertThat(failed.trouble().kind()).isEqualTo(TroubleKind.CONFLICT));
        assertThat(givenName(updated)).isEqualTo("Benedict");

        new DeleteItem(channel).delete(MeetingMessages.NONE, List.of(updated));
        assertThat(new GetItem(channel, clock).get(List.of(updated), ItemShape.ID_ONLY, 10, element -> ""))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                Result.Failed.class,
                                failed -> assertThat(failed.trouble().kind()).isEqualTo(TroubleKind.GONE)));
        assertThat(mailbox.deletedItems().list()).hasSize(1);
    }

    @Test
    void aStateThatIsForgottenIsExpired() {
        String state = new SyncFolderItems(channel, clock).all(CONTACTS, null, change -> {});
        mailbox.expireSyncStates();

        assertThatExceptionOfType(CursorExpiredException.class).isThrownBy(() -> changes(state));
    }

    @Test
    void foldersAreMadeFoundAndTold() {
        NewFolder folder = new NewFolder(NewFolder.Kind.CONTACTS, "Salesforce_Sync", Map.of(STAMP, "mine"));

        FolderKey key =
                new CreateFolder(channel, clock).create(CONTACTS, folder).orElseThrow();

        assertThat(new CreateFolder(channel, clock).create(CONTACTS, folder)).isEmpty();
        assertThat(new FindFolder(channel, clock).find(CONTACTS, "Salesforce_Sync", List.of(STAMP)))
                .singleElement()
                .satisfies(found -> assertThat(found.key().id()).isEqualTo(key.id()))
                .satisfies(found -> assertThat(found.extended()).containsEntry("Stamp", "mine"));
        assertThat(folder(key).folderClass()).isEqualTo("IPF.Contact");
    }

    @Test
    void claimsAreKeptOutOfSight() {
        ClaimFolders claims = new ClaimFolders(
                channel,
                FolderReference.distinguished("root"),
                clock,
                "c11ff724-aa03-4555-9952-8fa248a11c3e",
                new ClaimPlace());

        assertThat(claims.read()).isEmpty();
        assertThat(claims.replace(Optional.empty(), "one & only")).isTrue();
        assertThat(claims.replace(Optional.empty(), "late")).isFalse();
        assertThat(claims.replace(claims.read(), "two")).isTrue();
        assertThat(claims.replace(claims.read(), "three")).isTrue();
        assertThat(claims.read().map(ClaimFolders.Stored::text)).contains("three");
        assertThat(new FindFolder(channel, clock)
                        .find(FolderReference.distinguished("msgfolderroot"), "Crosstie", List.of()))
                .isEmpty();
    }

    @Test
    void aliasesAreLookedUp() {
        mailbox.alias("a.meyer@acme.example");

        assertThat(new ResolveNames(channel, clock).resolve("smtp:a.meyer@acme.example"))
                .extracting(Resolution::address)
                .containsExactly("anna@acme.example");
        assertThat(new ResolveNames(channel, clock).resolve("smtp:nobody@acme.example"))
                .isEmpty();
    }

    @Test
    void changesAreHintedAtWhileTheResponseIsOpen() {
        String subscription = new Subscribe(channel, clock).subscribe(List.of(CONTACTS));
        String folder = folder(CONTACTS).key().id();
        new CreateItem(channel).create(CONTACTS, MeetingMessages.NONE, List.of(contact("Ben", "tag-1")));
        List<ChangeHint> hints = new ArrayList<>();

        new GetStreamingEvents(channel, clock).listen(List.of(subscription), 1, hint -> {
            hints.add(hint);
            exchange.endStreams();
        });
        exchange.forgetSubscriptions();

        assertThat(hints).contains(new ChangeHint(subscription, folder));
        assertThat(new GetStreamingEvents(channel, clock).listen(List.of(subscription), 1, hints::add))
                .containsExactly(subscription);
    }

    private Folder folder(FolderReference folder) {
        return new GetFolder(channel, clock).get(List.of(folder)).get(0).orElseThrow();
    }

    private static NewItem contact(String givenName, String stamp) {
        return new NewItem("Contact", out -> {
            out.start(Space.TYPES, "ExtendedProperty");
            STAMP.write(out);
            out.element(Space.TYPES, "Value", stamp).end();
            out.element(Space.TYPES, "GivenName", givenName);
        });
    }

    private Result<ItemKey> rename(ItemKey item, String givenName) {
        PropertyChange change = new PropertyChange.Set(
                PropertyPath.field("contacts:GivenName"), out -> out.element(Space.TYPES, "GivenName", givenName));
        return new UpdateItem(channel)
                .update(MeetingMessages.NONE, List.of(new ItemChange(item, "Contact", List.of(change))))
                .get(0);
    }

    private List<SyncChange> changes(String state) {
        List<SyncChange> changes = new ArrayList<>();
        new SyncFolderItems(channel, clock).all(CONTACTS, state, changes::add);
        return changes;
    }

    private List<ItemKey> found(String stamp) {
        List<ItemKey> keys = new ArrayList<>();
        new FindItem(channel, clock)
                .find(
                        CONTACTS,
                        ItemShape.of(List.of(STAMP)),
                        new Restriction(STAMP, List.of(stamp, "other")),
                        OverTheWireTest::key,
                        keys::add);
        return keys;
    }

    private String givenName(ItemKey item) {
        List<String> names = new ArrayList<>();
        ItemShape shape = ItemShape.of(List.of(PropertyPath.field("contacts:GivenName")));
        new GetItem(channel, clock).get(List.of(item), shape, 10, element -> {
            element.children(child -> {
                if (child.name().equals("GivenName")) {
                    names.add(child.text());
                }
            });
            return "";
        });
        return names.get(0);
    }

    private static ItemKey key(XmlInput item) {
        List<ItemKey> keys = new ArrayList<>();
        item.children(child -> {
            if (child.name().equals("ItemId")) {
                keys.add(ItemKey.read(child));
            }
        });
        return keys.get(0);
    }

    private static <T> T done(Result<T> result) {
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done<T>) result).value();
    }
}
