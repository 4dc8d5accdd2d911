package io.github.crosstie.captured;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.crosstie.internal.log.LogEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * What one thread logs below {@code io.github.crosstie}, at every level, until it is closed. The level is that of all tests: whoever
 * captures locks {@link #RESOURCE}.
 */
public final class CapturedLog implements AutoCloseable {

    /** For JUnit's {@code @ResourceLock}. */
    public static final String RESOURCE = "the log";

    private static final Logger LIBRARY = (Logger) LoggerFactory.getLogger("io.github.crosstie");

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender;

    private CapturedLog(Thread thread) {
        appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == thread) {
                    event.prepareForDeferredProcessing();
                    events.add(event);
                }
            }
        };
        appender.setContext(LIBRARY.getLoggerContext());
        appender.start();
        LIBRARY.addAppender(appender);
        LIBRARY.setLevel(Level.TRACE);
    }

    /** Captures from here on what the current thread logs. */
    public static CapturedLog ofThisThread() {
        return new CapturedLog(Thread.currentThread());
    }

    /** What was logged so far. */
    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** The lines of one event, each as its level and its values, but for how long it took. */
    public List<String> lines(LogEvent event) {
        return events.stream()
                .filter(each -> each.getFormattedMessage().equals(event.message()))
                .map(each -> each.getLevel() + " " + values(each))
                .toList();
    }

    /** The values of a line by their keys without the common beginning. */
    public static Map<String, String> values(ILoggingEvent event) {
        Map<String, String> values = new TreeMap<>();
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> values.put(pair.key.replaceFirst("^crosstie\\.", ""), String.valueOf(pair.value)));
        }
        values.remove("millis");
        return values;
    }

    @Override
    public void close() {
        LIBRARY.setLevel(null);
        LIBRARY.detachAppender(appender);
        appender.stop();
    }
}
