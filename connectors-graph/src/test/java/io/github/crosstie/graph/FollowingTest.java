package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.operation.DeltaEntry;
import io.github.crosstie.graph.internal.operation.DeltaPage;
import io.github.crosstie.graph.internal.wire.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Chains of pages, over a channel that answers from a script. */
class FollowingTest {

    private final ScriptedChannel channel = new ScriptedChannel();
    private List<Strand> rolled = List.of();
    private final Following following = new Following(
            new Delta(channel),
            50,
            () -> Strand.begin(null),
            strands -> {
                List<Strand> all = new ArrayList<>(strands);
                all.addAll(rolled);
                return all;
            },
            strand -> Delta.ofContacts("folder"));

    private FollowingTest page(List<String> ids, String link, boolean last) {
        StringBuilder value = new StringBuilder();
        for (String id : ids) {
            value.append(value.length() == 0 ? "" : ",")
                    .append("{'@odata.etag':'W/\\'v\\'','id':'")
                    .append(id)
                    .append("'}");
        }
        channel.answer(
                200,
                "{'value':[" + value.toString().replace("\\'", "\\\"") + "],'@odata."
                        + (last ? "deltaLink" : "nextLink") + "':'https://graph.example/" + link + "'}");
        return this;
    }

    private static List<String> ids(DeltaPage page) {
        return page.entries().stream().map(DeltaEntry::id).toList();
    }

    private String lastCall() {
        List<String> calls = channel.calls();
        return calls.get(calls.size() - 1);
    }

    @Test
    @DisplayName("a listing goes from link to link, though a page of it is empty")
    void goesFromLinkToLink() {
        page(List.of("a", "b"), "n1", false).page(List.of(), "n2", false).page(List.of("c"), "d1", true);

        Following.Step first = following.step(null);
        Following.Step second = following.step(first.next());
        Following.Step third = following.step(second.next());

        assertThat(channel.calls())
                .containsExactly(
                        "GET /contactFolders/folder/contacts/delta?$select=id",
                        "GET https://graph.example/n1",
                        "GET https://graph.example/n2");
        assertThat(List.of(ids(first.page()), ids(second.page()), ids(third.page())))
                .containsExactly(List.of("a", "b"), List.of(), List.of("c"));
        assertThat(List.of(first, second, third))
                .extracting(Following.Step::more)
                .containsExactly(true, true, false);
        assertThat(List.of(first, second, third)).allMatch(Following.Step::listing);
    }

    @Test
    @DisplayName("every page is asked for with the preferences of the first, which links do not carry along")
    void repeatsPreferences() {
        page(List.of("a"), "n1", false).page(List.of(), "d1", true);

        following.step(following.step(null).next());

        assertThat(channel.call(0).preferences()).containsExactly("odata.maxpagesize=50");
        assertThat(channel.call(1).preferences()).containsExactly("odata.maxpagesize=50");
    }

    @Test
    @DisplayName("a round goes on from the last link of the one before, and is no listing of everything")
    void goesOnFromTheLastLink() {
        page(List.of("a"), "d1", true).page(List.of("b"), "d2", true);

        Following.Step next = following.step(following.step(null).next());

        assertThat(lastCall()).isEqualTo("GET https://graph.example/d1");
        assertThat(next.listing()).isFalse();
    }

    @Test
    @DisplayName("a page that is asked for again is the same page")
    void asksForAPageAgain() {
        page(List.of("a"), "d1", true).page(List.of("b"), "n1", false).page(List.of("b"), "n1", false);
        Cursor cursor = following.step(null).next();

        assertThat(following.step(cursor).next())
                .isEqualTo(following.step(new Cursor(cursor.value())).next());
    }

    @Test
    @DisplayName("F5: a link that expires within a lap is left for the one that the lap began with")
    void restartsALap() {
        page(List.of("a"), "d1", true).page(List.of("b"), "n1", false);
        Following.Step within = following.step(following.step(null).next());
        channel.refuse(410, "SyncStateNotFound");
        page(List.of("b", "c"), "d2", true);

        Following.Step again = following.step(within.next());

        assertThat(channel.calls().subList(2, 4))
                .containsExactly("GET https://graph.example/n1", "GET https://graph.example/d1");
        assertThat(ids(again.page())).containsExactly("b", "c");
        assertThat(again.more()).isFalse();
    }

    @Test
    @DisplayName("F5: the link that a lap begins with expires openly, and so does any link of the first lap")
    void expiresOpenly() {
        page(List.of("a"), "n1", false);
        Cursor within = following.step(null).next();
        channel.refuse(410, "SyncStateNotFound");
        page(List.of(), "d1", true);

        assertThatThrownBy(() -> following.step(within)).isInstanceOf(CursorExpiredException.class);

        Cursor rest = following.step(within).next();
        channel.refuse(410, "resyncRequired");
        assertThatThrownBy(() -> following.step(rest)).isInstanceOf(CursorExpiredException.class);
    }

    @Test
    @DisplayName("F5: a lap whose first link has expired as well does not go on without it")
    void doesNotRestartForEver() {
        page(List.of("a"), "d1", true).page(List.of("b"), "n1", false);
        Following.Step within = following.step(following.step(null).next());
        channel.refuse(410, "SyncStateNotFound").refuse(410, "SyncStateNotFound");

        assertThatThrownBy(() -> following.step(within.next())).isInstanceOf(CursorExpiredException.class);
    }

    @Test
    @DisplayName("F5: a lap whose links expire again and again, each time others, is given up")
    void restartsNotAgainAndAgain() {
        page(List.of("a"), "d1", true).page(List.of("b"), "n1", false);
        Cursor within = following.step(following.step(null).next()).next();
        for (int again = 2; again < 4; again++) {
            channel.refuse(410, "SyncStateNotFound");
            page(List.of("b"), "n" + again, false);
            within = following.step(within).next();
        }
        Cursor last = within;
        channel.refuse(410, "SyncStateNotFound");

        assertThatThrownBy(() -> following.step(last)).isInstanceOf(CursorExpiredException.class);
    }

    @Test
    @DisplayName("F5: a lap that comes to its end after all leaves the next one its restarts")
    void forgetsRestartsAtTheEnd() {
        page(List.of("a"), "d1", true);
        Cursor cursor = following.step(null).next();
        for (int lap = 2; lap < 5; lap++) {
            page(List.of("b"), "n" + lap, false);
            channel.refuse(410, "SyncStateNotFound");
            page(List.of("b"), "d" + lap, true);
            cursor = following.step(following.step(cursor).next()).next();
        }

        assertThat(lastCall()).isEqualTo("GET https://graph.example/d3");
    }

    @Test
    @DisplayName("a strand that joins is read after the others, in the same cursor")
    void readsStrandsInTurn() {
        page(List.of("a"), "d1", true).page(List.of("b"), "d2", true).page(List.of("a", "b", "c"), "e1", true);
        page(List.of(), "d3", true).page(List.of(), "e2", true);
        Cursor cursor = following.step(null).next();
        rolled = List.of(Strand.begin(null));

        Following.Step old = following.step(cursor);
        Following.Step joined = following.step(old.next());
        rolled = List.of();
        Following.Step oldAgain = following.step(joined.next());
        following.step(oldAgain.next());

        assertThat(old.more()).isTrue();
        assertThat(joined.more()).as("after the last strand").isFalse();
        assertThat(joined.listing()).isFalse();
        assertThat(channel.calls().subList(1, 5))
                .containsExactly(
                        "GET https://graph.example/d1",
                        "GET /contactFolders/folder/contacts/delta?$select=id",
                        "GET https://graph.example/d2",
                        "GET https://graph.example/e1");
    }

    @Test
    @DisplayName("a cursor of somebody else's expires, whatever it says")
    void knowsItsOwnCursors() {
        for (String strange :
                List.of("all:AAA", "{}", "[]", "{\"version\":1}", "{\"version\":1,\"at\":5,\"strands\":[{}]}")) {
            assertThatThrownBy(() -> following.step(new Cursor(strange)))
                    .as(strange)
                    .isInstanceOf(CursorExpiredException.class);
        }
    }

    @Test
    @DisplayName("A14: links and ids come through as they are")
    void keepsLinksAsTheyAre() {
        page(List.of("AAMk=/+"), "n?%24deltatoken=a%2Bb%3D&x=1", false).page(List.of(), "d1", true);

        following.step(following.step(null).next());

        assertThat(channel.call(1).target())
                .isEqualTo(new Target.Link(URI.create("https://graph.example/n?%24deltatoken=a%2Bb%3D&x=1")))
                .hasToString("Link[graph.example]");
    }
}
