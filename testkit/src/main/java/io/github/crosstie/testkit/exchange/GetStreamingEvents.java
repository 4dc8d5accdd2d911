package io.github.crosstie.testkit.exchange;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * GetStreamingEvents: one response, many envelopes. The first says that the connection is there, the last that it ends:
 * after the minutes that the request asks for, or when the test says so.
 */
final class GetStreamingEvents implements Operation {

    static final String NAME = "GetStreamingEvents";

    /** The first envelope alone, for requests that go wrong afterwards. */
    @Override
    public Tree answer(Call call) {
        List<String> dead = dead(call);
        if (!dead.isEmpty()) {
            Tree ids = Tree.of(
                    "m:ErrorSubscriptionIds",
                    dead.stream().map(id -> Tree.of("t:SubscriptionId", id)).toList());
            return new Answers(call, ids)
                    .add(() -> {
                        throw new Refusal("ErrorInvalidSubscription", "The subscription is not valid.");
                    })
                    .response();
        }
        return message(call, Tree.of("m:ConnectionStatus", "OK"));
    }

    private static List<String> dead(Call call) {
        return ids(call).stream().filter(id -> !call.subscriptions().has(id)).toList();
    }

    private static List<String> ids(Call call) {
        return call.body().in("m:SubscriptionIds").stream().map(Tree::text).toList();
    }

    private static Tree message(Call call, Tree payload) {
        return new Answers(call).add(() -> new Tree[] {payload}).response();
    }

    /**
     * Streams until the connection ends.
     *
     * @param exchange where to
     * @param call the request
     * @param version the server's version
     * @param sent is told each envelope
     */
    void stream(HttpExchange exchange, Call call, String version, Consumer<String> sent)
            throws IOException, InterruptedException {
        Organization organization = call.organization();
        organization.lock.lock();
        try {
            int ends = call.subscriptions().ends();
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            boolean alive = dead(call).isEmpty();
            send(out, answer(call), version, sent);
            long left = TimeUnit.MINUTES.toNanos(
                    Long.parseLong(call.body().textOf("m:ConnectionTimeout").strip()));
            while (alive && left > 0 && ends == call.subscriptions().ends()) {
                List<Tree> notifications = new ArrayList<>();
                for (String id : ids(call)) {
                    Tree next = call.subscriptions().next(id);
                    if (next != null) {
                        notifications.add(next);
                    }
                }
                if (!notifications.isEmpty()) {
                    send(out, message(call, Tree.of("m:Notifications", notifications)), version, sent);
                }
                alive = dead(call).isEmpty();
                left = alive ? organization.changed.awaitNanos(left) : 0;
            }
            if (dead(call).isEmpty()) {
                send(out, message(call, Tree.of("m:ConnectionStatus", "Closed")), version, sent);
            }
        } finally {
            organization.lock.unlock();
        }
    }

    private static void send(OutputStream out, Tree answer, String version, Consumer<String> sent) throws IOException {
        String envelope = TreeWriter.document(Envelope.around(answer, version));
        sent.accept(envelope);
        out.write(envelope.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
