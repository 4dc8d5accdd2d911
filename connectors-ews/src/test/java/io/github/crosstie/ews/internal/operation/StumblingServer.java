package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A server that times out on large requests, stops in the middle of others, and has no item whose number ends in 7. */
final class StumblingServer {

    private final RandomGenerator random;

    StumblingServer(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    String answer(String request) {
        List<String> asked = GetItemTest.asked(request);
        List<String> messages = new ArrayList<>();
        int stopsAt = random.nextInt(3) == 0 ? random.nextInt(1, asked.size() + 1) : asked.size();
        for (int at = 0; at < asked.size(); at++) {
            if (at >= stopsAt) {
                messages.add(GetItemTest.stopped());
            } else if (asked.size() > 1 && random.nextInt(4) == 0) {
                messages.add(failed("GetItem", "ErrorTimeoutExpired", "<m:Items/>"));
            } else {
                messages.add(
                        isMissing(asked.get(at))
                                ? failed("GetItem", "ErrorItemNotFound", "<m:Items/>")
                                : GetItemTest.item(asked.get(at)));
            }
        }
        return answerOf("GetItem", messages.toArray(String[]::new));
    }

    List<String> expected(List<String> ids) {
        return ids.stream().map(id -> isMissing(id) ? "ErrorItemNotFound" : id).toList();
    }

    private static boolean isMissing(String id) {
        return id.endsWith("7");
    }
}
