package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphTrouble;
import io.github.crosstie.graph.internal.wire.Target;
import io.github.crosstie.http.internal.AnswerLost;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers calls from a script, in their order; the calls of a batch one after the other. */
public final class ScriptedChannel implements GraphChannel {

    public static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deque<Function<GraphCall, GraphAnswer>> script = new ArrayDeque<>();
    private final List<GraphCall> calls = new ArrayList<>();
    private int requests;

    /** Answers the next call. Quotes may be single ones. */
    public ScriptedChannel answer(int status, String json) {
        return answer(status, json, Map.of());
    }

    public ScriptedChannel answer(int status, String json, Map<String, String> headers) {
        script.add(call -> new GraphAnswer(call.name(), status, headers, parse(json), NOW));
        return this;
    }

    /** Answers the next call with an error. */
    public ScriptedChannel refuse(int status, String code) {
        return answer(status, "{'error':{'code':'" + code + "','message':'no'}}");
    }

    /** Gives the next call no answer. */
    public ScriptedChannel fail(CrosstieException failure) {
        script.add(call -> {
            throw failure;
        });
        return this;
    }

    public static JsonNode parse(String json) {
        try {
            return json.isEmpty() ? MissingNode.getInstance() : JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** What was asked: verb and path, with the query as it was before it was encoded. */
    public List<String> calls() {
        return calls.stream().map(ScriptedChannel::text).toList();
    }

    public GraphCall call(int at) {
        return calls.get(at);
    }

    /** How many requests that was, a batch counted as one. */
    public int requests() {
        return requests;
    }

    private static String text(GraphCall call) {
        Target target = call.target();
        String path = target instanceof Target.InMailbox in
                ? in.path()
                : target instanceof Target.Link link ? link.address().toString() : ((Target.InService) target).path();
        return call.verb() + " " + URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public GraphAnswer call(GraphCall call) {
        requests++;
        GraphAnswer answer = next(call);
        GraphTrouble trouble = answer.trouble().orElse(null);
        if (trouble != null && !trouble.kind().ofItem()) {
            throw trouble.toException(answer.where());
        }
        return answer;
    }

    @Override
    public List<GraphAnswer> batch(List<GraphCall> batch) {
        requests++;
        assertThat(batch).hasSizeBetween(1, LARGEST_BATCH);
        List<GraphAnswer> answers = new ArrayList<>();
        batch.forEach(call -> answers.add(next(call)));
        return answers;
    }

    private GraphAnswer next(GraphCall call) {
        calls.add(call);
        Function<GraphCall, GraphAnswer> answer = script.poll();
        assertThat(answer).as("answer in the script for " + text(call)).isNotNull();
        return answer.apply(call);
    }

    /** Marks a failure as one after which nobody knows. */
    public static <E extends CrosstieException> E lost(E failure) {
        return AnswerLost.mark(failure);
    }
}
