package io.github.crosstie.ews.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.soap.Answer;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.Envelopes;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Answers requests from a script. Where the schema is at hand, every request and every scripted answer is held against it.
 */
final class ScriptedChannel implements EwsChannel {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

    private final Deque<UnaryOperator<String>> script = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private boolean judgesAnswers = true;

    /** What was asked, each an envelope. */
    List<String> requests() {
        return requests;
    }

    String onlyRequest() {
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    /** For answers that no schema allows. */
    ScriptedChannel withoutJudgingAnswers() {
        judgesAnswers = false;
        return this;
    }

    /** Answers the next request with this content of a body. */
    ScriptedChannel answer(String body) {
        return answer(request -> body);
    }

    ScriptedChannel answer(UnaryOperator<String> bodyByRequest) {
        script.add(bodyByRequest);
        return this;
    }

    /** Answers the next request with a fault. */
    ScriptedChannel fault(String code, String messageXml) {
        return answer(
                "<s:Fault><faultcode>a:" + code + "</faultcode><faultstring>no</faultstring><detail><e:ResponseCode>"
                        + code + "</e:ResponseCode><t:MessageXml>" + messageXml + "</t:MessageXml></detail></s:Fault>");
    }

    @Override
    public <T> T call(EwsRequest request, EwsReader<T> reader) {
        Answer<T> answer = Envelope.read(Envelopes.stream(exchange(request)), reader);
        if (answer instanceof Answer.Value<T> value) {
            return value.value();
        }
        throw ((Answer.Fault<T>) answer).trouble().toException(request.operation(), CLOCK);
    }

    @Override
    public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
        Trouble trouble = Envelope.readAll(Envelopes.stream(exchange(request)), each);
        if (trouble != null) {
            throw trouble.toException(request.operation(), CLOCK);
        }
    }

    private String exchange(EwsRequest request) {
        String envelope = Envelope.write(RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1), request);
        requests.add(envelope);
        judge(envelope);
        assertThat(script).as("no answer in the script for " + envelope).isNotEmpty();
        StringBuilder answers = new StringBuilder();
        for (String body : script.poll().apply(envelope).split("\\|\\|", -1)) {
            String answer = Envelopes.envelope("", body);
            if (judgesAnswers) {
                judge(answer);
            }
            answers.append(answer);
        }
        return answers.toString();
    }

    private static void judge(String envelope) {
        SchemaJudge.ifPresent()
                .ifPresent(judge ->
                        assertThat(judge.complaints(envelope)).as(envelope).isEmpty());
    }

    /** An answer with messages in it. */
    static String answerOf(String operation, String... messages) {
        return "<m:" + operation + "Response><m:ResponseMessages>" + String.join("", messages)
                + "</m:ResponseMessages></m:" + operation + "Response>";
    }

    /** A message that all went well. */
    static String done(String operation, String payload) {
        return "<m:" + operation + "ResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode>"
                + payload + "</m:" + operation + "ResponseMessage>";
    }

    /** A message that something did not. */
    static String failed(String operation, String code, String payload) {
        String responseClass =
                code.equals("ErrorBatchProcessingStopped") || code.endsWith("MultipleResults") ? "Warning" : "Error";
        return "<m:" + operation + "ResponseMessage ResponseClass=\"" + responseClass
                + "\"><m:MessageText>no</m:MessageText><m:ResponseCode>" + code
                + "</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>" + payload + "</m:" + operation
                + "ResponseMessage>";
    }
}
