package io.github.crosstie.ews.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.crosstie.ews.internal.operation.ClaimFolders.Stored;
import io.github.crosstie.fault.UnauthorizedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimFoldersTest {

    private static final String SET = "c11ff724-aa03-4555-9952-8fa248a11c3e";

    private static final FolderReference ROOT = FolderReference.distinguished("root");

    private final FolderServer server = new FolderServer();

    @Test
    void aMailboxBeginsWithoutAText() {
        assertThat(claims(() -> {}, -1).read()).isEmpty();
        assertThat(server.size()).isZero();
    }

    @Test
    void theTextIsWhatWasWrittenLast() {
        ClaimFolders claims = claims(() -> {}, -1);

        for (int time = 1; time <= 20; time++) {
            Optional<Stored> before = claims.read();
            assertThat(claims.replace(before, "text " + time)).isTrue();
            assertThat(claims.read().map(Stored::text)).contains("text " + time);
        }
        assertThat(server.size())
                .as("container, the text and the one before it")
                .isEqualTo(3);
    }

    @Test
    @DisplayName("S12: who does not know the present claim does not replace it")
    void whoDoesNotKnowTheTextDoesNotReplaceIt() {
        ClaimFolders claims = claims(() -> {}, -1);
        claims.replace(Optional.empty(), "first");
        Optional<Stored> first = claims.read();
        claims.replace(first, "second");

        assertThat(claims.replace(Optional.empty(), "third")).isFalse();
        assertThat(claims.replace(first, "third")).isFalse();
        assertThat(claims.read().map(Stored::text)).contains("second");
    }

    @Test
    @DisplayName("S12: of several who claim at the same time one succeeds, whatever the order of their requests")
    void oneOfSeveralSucceeds() {
        for (int before = 0; before < 4; before++) {
            for (int others = 1; others < 6; others++) {
                for (int interruptedAt = 0; interruptedAt < 8; interruptedAt++) {
                    interrupted(before, others, interruptedAt);
                }
            }
        }
    }

    /** One replaces the text; before one of its requests others replace it so many times. */
    private void interrupted(int before, int others, int interruptedAt) {
        FolderServer shared = new FolderServer();
        ClaimFolders quiet = claims(shared, () -> {}, -1);
        for (int time = 0; time < before; time++) {
            quiet.replace(quiet.read(), "before " + time);
        }
        Optional<Stored> expected = quiet.read();
        List<Boolean> othersDid = new ArrayList<>();
        ClaimFolders slow = claims(
                shared,
                () -> {
                    for (int time = 0; time < others; time++) {
                        othersDid.add(quiet.replace(time == 0 ? expected : quiet.read(), "other " + time));
                    }
                },
                interruptedAt);

        boolean slowDid = slow.replace(expected, "slow");

        String run = before + " before, " + others + " others at request " + interruptedAt;
        assertThat(slowDid && !othersDid.isEmpty() && othersDid.get(0))
                .as("two replaced the same text: " + run)
                .isFalse();
        assertThat(slowDid || othersDid.contains(true)).as("nobody did: " + run).isTrue();
        boolean othersReplacedSlow =
                othersDid.size() > 1 && othersDid.subList(1, othersDid.size()).contains(true);
        assertThat(quiet.read().map(Stored::text))
                .as(run)
                .contains(othersDid.isEmpty() || (slowDid && !othersReplacedSlow) ? "slow" : "other " + (others - 1));
    }

    @Test
    void twoWhoMakeTheFirstFolderTogetherBothFindIt() {
        ClaimFolders quiet = claims(() -> {}, -1);
        ClaimFolders slow = claims(() -> quiet.replace(Optional.empty(), "other"), 1);

        assertThat(slow.replace(Optional.empty(), "slow")).isFalse();
        assertThat(quiet.read().map(Stored::text)).contains("other");
    }

    @Test
    @DisplayName("P7: the text that was read last is not read again, and a newer one is")
    void asksOnceForAKnownText() {
        ClaimPlace place = new ClaimPlace();
        ScriptedChannel channel = served();
        ClaimFolders claims = new ClaimFolders(channel, ROOT, ScriptedChannel.CLOCK, SET, place);
        claims(() -> {}, -1).replace(Optional.empty(), "first");
        assertThat(claims.read().map(Stored::text)).contains("first");
        assertThat(channel.requests()).as("container, list, text").hasSize(3);

        assertThat(claims.read().map(Stored::text)).contains("first");
        assertThat(channel.requests()).as("list").hasSize(4);

        ClaimFolders other = claims(() -> {}, -1);
        other.replace(other.read(), "second");
        assertThat(claims.read().map(Stored::text)).contains("second");
        assertThat(channel.requests()).as("list, text").hasSize(6);
    }

    @Test
    void aContainerThatIsGoneIsLookedForAgain() {
        ClaimFolders claims = new ClaimFolders(served(), ROOT, ScriptedChannel.CLOCK, SET, new ClaimPlace());
        claims.replace(Optional.empty(), "first");
        server.clear();

        assertThat(claims.read()).isEmpty();
        assertThat(claims.replace(Optional.empty(), "anew")).isTrue();
        assertThat(claims.read().map(Stored::text)).contains("anew");
    }

    @Test
    void aTextMayBeLongerThanAListTells() {
        ClaimFolders claims = claims(() -> {}, -1);
        String text = "long ".repeat(200);
        claims.replace(Optional.empty(), text);

        assertThat(claims(() -> {}, -1).read().map(Stored::text)).contains(text);
    }

    @Test
    @DisplayName("S12: who reads a text while it is replaced twice gets the newest")
    void readsTheNewestWhileItIsReplaced() {
        ClaimFolders quiet = claims(() -> {}, -1);
        quiet.replace(Optional.empty(), "first");
        ClaimFolders slow = claims(
                () -> {
                    quiet.replace(quiet.read(), "second");
                    quiet.replace(quiet.read(), "third");
                },
                2);

        assertThat(slow.read().map(Stored::text)).contains("third");
    }

    private ScriptedChannel served() {
        ScriptedChannel channel = new ScriptedChannel();
        for (int request = 0; request < 50; request++) {
            channel.answer(server::answer);
        }
        return channel;
    }

    @Test
    void foldersOfOthersAreLeftAlone() {
        ClaimFolders claims = claims(() -> {}, -1);
        claims.replace(Optional.empty(), "text");
        ScriptedChannel channel = new ScriptedChannel();
        channel.answer(server::answer).answer(server::answer);
        new CreateFolder(channel, ScriptedChannel.CLOCK)
                .create(FolderKey.of("f1"), new NewFolder(NewFolder.Kind.ANY, "claim-007", Map.of()));

        assertThat(claims.replace(claims.read(), "next")).isTrue();
        assertThat(claims.replace(claims.read(), "last")).isTrue();
        assertThat(server.size()).isEqualTo(4);
    }

    @Test
    void whoMayNotCreateFoldersIsToldSo() {
        ScriptedChannel channel = new ScriptedChannel();
        channel.answer(server::answer)
                .answer(ScriptedChannel.answerOf(
                        "CreateFolder",
                        ScriptedChannel.failed("CreateFolder", "ErrorCreateSubfolderAccessDenied", "<m:Folders/>")));

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> new ClaimFolders(channel, ROOT, ScriptedChannel.CLOCK, SET, new ClaimPlace())
                        .replace(Optional.empty(), "text"));
    }

    private ClaimFolders claims(Runnable interruption, int interruptedAt) {
        return claims(server, interruption, interruptedAt);
    }

    /** Claims over a server; before the request with the number given somebody else does something. */
    private static ClaimFolders claims(FolderServer server, Runnable interruption, int interruptedAt) {
        ScriptedChannel channel = new ScriptedChannel();
        for (int request = 0; request < 200; request++) {
            int number = request;
            channel.answer(envelope -> {
                if (number == interruptedAt) {
                    interruption.run();
                }
                return server.answer(envelope);
            });
        }
        return new ClaimFolders(channel, ROOT, ScriptedChannel.CLOCK, SET, new ClaimPlace());
    }
}
