package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Tells a store and the one in memory the same things, and compares what they know. */
final class StoreAgainstMemory {

    private static final CollectionKey CONTACTS =
            new CollectionKey(new OrganizationId("00Da"), new UserId("005a"), ItemKind.CONTACT);
    private static final int COMMITS = 30;
    private static final int MOST_CHANGES = 12;
    /** What makes states, and what tells of digests, of which the one in memory has none. */
    private static final Set<String> NOT_ASKED = Set.of("copy", "empty", "hintHashers");

    private final StateStore store;
    private final StateStore memory = InMemoryStateStore.create();

    private StoreAgainstMemory(StateStore store) {
        this.store = store;
    }

    /** Returns how many commits both refused. */
    static int run(StateStore store, long seed) {
        return new StoreAgainstMemory(store).run(seed);
    }

    private int run(long seed) {
        RandomState state =
                new RandomState(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        RandomChanges changes = new RandomChanges(state);
        int refused = 0;
        for (int commit = 0; commit < COMMITS; commit++) {
            List<StateChange> some = new ArrayList<>();
            for (int size = 1 + state.random.nextInt(MOST_CHANGES); size > 0; size--) {
                some.add(changes.next());
            }
            boolean isTaken = commit(memory, some);
            assertThat(commit(store, some))
                    .as("seed %d, commit %d is taken", seed, commit)
                    .isEqualTo(isTaken);
            refused += isTaken ? 0 : 1;
            compare("seed " + seed + ", after commit " + commit);
        }
        return refused;
    }

    private static boolean commit(StateStore store, List<StateChange> changes) {
        Fence fence = store.acquire(CONTACTS, "one", Instant.EPOCH, Duration.ofMinutes(1))
                .orElseThrow();
        try {
            store.commit(fence, changes);
            return true;
        } catch (ContractBrokenException secondLink) {
            assertThat(secondLink).hasMessageContaining("link");
            return false;
        }
    }

    private void compare(String when) {
        assertThat(answers(store)).as(when).containsExactlyEntriesOf(answers(memory));
    }

    /** All that a store and a loaded state can be asked without an argument, or by side. */
    private static SortedMap<String, Object> answers(StateStore store) {
        CollectionState state = store.load(CONTACTS);
        SortedMap<String, Object> answers = new TreeMap<>();
        for (Method question : CollectionState.class.getMethods()) {
            if (question.getDeclaringClass() == CollectionState.class && !NOT_ASKED.contains(question.getName())) {
                ask(state, question, answers);
            }
        }
        Instant since = Instant.ofEpochSecond(1_700_000_025L, 1);
        answers.put("journal of the store", store.journal(CONTACTS));
        answers.put("old lines of the store's journal", store.journalLinesBefore(CONTACTS, since));
        answers.put("pause of the store", store.pause(CONTACTS));
        answers.put("movedFrom of the store", store.movedFrom(CONTACTS));
        answers.put("activity of the store", store.activity(CONTACTS.organization(), since));
        return answers;
    }

    private static void ask(CollectionState state, Method question, SortedMap<String, Object> answers) {
        try {
            if (question.getParameterCount() == 0) {
                answers.put(question.getName(), comparable(question.invoke(state)));
            } else if (Arrays.equals(question.getParameterTypes(), new Class<?>[] {Side.class})) {
                for (Side side : Side.values()) {
                    answers.put(question.getName() + " " + side, comparable(question.invoke(state, side)));
                }
            }
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(question.getName() + " cannot be asked", failure);
        }
    }

    /** Views of a state are no values: their elements are. */
    private static Object comparable(@Nullable Object answer) {
        if (answer == null) {
            return "nothing";
        }
        return answer instanceof Collection<?> all ? List.copyOf(all) : answer;
    }
}
