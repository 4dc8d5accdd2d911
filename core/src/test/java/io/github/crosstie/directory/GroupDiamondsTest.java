package io.github.crosstie.directory;

import static io.github.crosstie.directory.Records.acme;
import static io.github.crosstie.directory.Records.group;
import static io.github.crosstie.directory.Records.groupId;
import static io.github.crosstie.directory.Records.groupMember;
import static io.github.crosstie.directory.Records.known;
import static io.github.crosstie.directory.Records.user;
import static io.github.crosstie.directory.Records.userMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupDiamondsTest {

    private final DirectoryBuilder builder = acme();

    private void nest(String outer, String... inner) {
        builder.put(group(outer));
        for (String each : inner) {
            builder.put(group(each)).addMember(groupId(outer), groupMember(each));
        }
    }

    private List<DirectoryProblem> problems() {
        return builder.build().problems();
    }

    private static DirectoryProblem diamond(String outer, String inner) {
        return new DirectoryProblem.GroupDiamond(group(outer), group(inner));
    }

    @Test
    @DisplayName("A11: a diamond is harmless and reported by the names of its ends")
    void reportsADiamond() {
        nest("top", "left", "right");
        nest("left", "bottom");
        nest("right", "bottom");
        builder.put(user("anna")).addMember(groupId("bottom"), userMember("anna"));

        assertThat(builder.build().closure(groupId("top"))).isEqualTo(known("anna"));
        assertThat(problems())
                .containsExactly(diamond("top", "bottom"))
                .allMatch(problem -> problem.message().startsWith("group bottom is in group top on more than one way")
                        && !problem.makesUnknown());
    }

    @Test
    @DisplayName("A11: a group that is inside another both directly and by way of a third")
    void reportsAShortCut() {
        nest("top", "middle", "bottom");
        nest("middle", "bottom");

        assertThat(problems()).containsExactly(diamond("top", "bottom"));
    }

    @Test
    @DisplayName("A11: a diamond whose two ways are of different length, several levels high")
    void reportsAHighDiamond() {
        nest("top", "left1", "right1");
        nest("left1", "left2");
        nest("left2", "left3");
        nest("left3", "bottom");
        nest("right1", "right2");
        nest("right2", "bottom");

        assertThat(problems()).containsExactly(diamond("top", "bottom"));
    }

    @Test
    @DisplayName("A11: two containers without a common one above make no diamond")
    void findsNoDiamondInATreeThatSharesALeaf() {
        nest("one", "left");
        nest("two", "right");
        nest("left", "bottom");
        nest("right", "bottom");

        assertThat(problems()).isEmpty();
    }

    @Test
    @DisplayName("A11: of several tops the nearest is reported, and of equally near ones that of the smallest id")
    void reportsTheNearestTop() {
        nest("a-far", "top2", "top1");
        nest("top2", "left", "right");
        nest("top1", "left", "right");
        nest("left", "bottom");
        nest("right", "bottom");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        diamond("top1", "bottom"), diamond("a-far", "left"), diamond("a-far", "right"));
    }

    @Test
    @DisplayName("A11: a cycle counts as one group: its members are not reported as diamonds")
    void countsACycleAsOne() {
        nest("a", "b", "bottom");
        nest("b", "a", "bottom");
        nest("top", "a", "b");

        assertThat(problems()).containsExactly(new DirectoryProblem.GroupCycle(List.of(group("a"), group("b"))));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("A11: 50,000 groups in a ladder of diamonds")
    void findsTheDiamondsOfALongLadder() {
        IntStream.range(0, 25_000).forEach(at -> {
            nest("l" + at, "l" + (at + 1), "r" + (at + 1));
            nest("r" + at, "l" + (at + 1), "r" + (at + 1));
        });

        assertThat(problems()).hasSize(2 * 25_000 - 2);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("A11: 30,000 groups at the ends of two chains of 10,000 that never meet")
    void findsNoDiamondBelowTwoLongChains() {
        IntStream.range(0, 10_000).forEach(at -> {
            nest("l" + at, "l" + (at + 1));
            nest("r" + at, "r" + (at + 1));
        });
        IntStream.range(0, 30_000).forEach(at -> {
            nest("l10000", "bottom" + at);
            nest("r10000", "bottom" + at);
        });

        assertThat(problems()).isEmpty();
    }
}
