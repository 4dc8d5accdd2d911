package io.github.crosstie.engagement.api;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time to one business unit, answered within the deadline or not at all: the client's own timeout ends
 * with the headers, this one with the last byte of the body.
 */
final class ApiConnection {

    /** Far more than a page of 1,000 users can have. */
    static final int LARGEST_BODY = 8 << 20;

    private final ApiSettings settings;
    private final BusinessUnitId unit;
    private PageBuffer buffer = new PageBuffer(LARGEST_BODY);

    ApiConnection(ApiSettings settings, BusinessUnitId unit) {
        this.settings = settings;
        this.unit = unit;
    }

    /**
     * Gets a resource, whatever the status.
     *
     * @return the answer, good until the next call
     * @throws UnavailableException if no whole answer comes within the deadline
     * @throws ContractBrokenException if it is too large
     */
    ApiAnswer get(String pathAndQuery, AccessToken token, String doing) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.service() + pathAndQuery))
                .version(HttpClient.Version.HTTP_1_1) // five requests at a time need no more, and no upgrade is tried
                .header("Authorization", token.authorization())
                .header("Pardot-Business-Unit-Id", unit.value())
                .header("Accept", "application/json")
                .build();
        PageBuffer filled = buffer;
        buffer = new PageBuffer(
                LARGEST_BODY); // stays if this answer fails: a late byte of it must not reach the next one
        ApiAnswer answer = ApiAnswer.of(exchange(request, filled, doing));
        buffer = filled;
        return answer;
    }

    private HttpResponse<PageBuffer> exchange(HttpRequest request, PageBuffer into, String doing) {
        CompletableFuture<HttpResponse<PageBuffer>> exchange =
                settings.client().sendAsync(request, head -> new BufferedBody(into));
        try {
            return exchange.get(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new UnavailableException(
                    doing + ": no whole answer within " + settings.deadline() + "; call again later", late);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnavailableException(doing + ": interrupted before the answer came; call again", interrupted);
        } catch (ExecutionException failed) {
            throw failure(doing, failed.getCause());
        }
    }

    private static CrosstieException failure(String doing, @Nullable Throwable cause) {
        if (cause instanceof PageBuffer.TooLargeException) {
            return new ContractBrokenException(
                    doing + ": the answer has " + cause.getMessage() + ", which no page has; check the service", cause);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new UnavailableException(
                doing + ": the connection failed or broke off before the whole answer had come; call again later",
                cause);
    }
}
