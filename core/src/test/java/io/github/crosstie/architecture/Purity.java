package io.github.crosstie.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;

/**
 * Core's results depend on its arguments alone: the same inputs and clock give the same plan, on every host. So it has no clock,
 * chance, thread, file or socket of its own, and asks nothing of the host's time zone, locale or character set.
 */
final class Purity extends ArchCondition<JavaClass> {

    private static final String CONSTRUCTOR = "<init>";

    /** These alone of java.net ask nobody: they spell a domain, an address or a text in ASCII. */
    private static final Pattern OUTSIDE_WORLD = Pattern.compile(
            "java\\.net\\.(?!(IDN|URI|URISyntaxException|URLDecoder|URLEncoder)$).*|javax\\.net\\..*"
                    + "|java\\.sql\\..*|javax\\.sql\\..*"
                    + "|java\\.nio\\.(file|channels)\\..*"
                    + "|java\\.io\\.(File|FileDescriptor|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)");

    private static final Map<String, List<Call>> FORBIDDEN = Map.of(
            "reads the clock of the host",
            List.of(
                    Call.to(TemporalAccessor.class, "now").unlessGiven(Clock.class),
                    Call.to(Clock.class, "system", "systemUTC", "systemDefaultZone"),
                    Call.to(Clock.class, "tickMillis", "tickSeconds", "tickMinutes"),
                    Call.to(InstantSource.class, "system"),
                    Call.to(System.class, "currentTimeMillis", "nanoTime"),
                    Call.to(Date.class, CONSTRUCTOR).givenOnly(),
                    Call.to(Calendar.class, CONSTRUCTOR, "getInstance")),
            "draws by chance",
            List.of(
                    Call.to(Random.class, CONSTRUCTOR).givenOnly(),
                    Call.to(SecureRandom.class, CONSTRUCTOR, "getInstance", "getInstanceStrong"),
                    Call.to(SplittableRandom.class, CONSTRUCTOR).givenOnly(),
                    Call.to(ThreadLocalRandom.class, "current"),
                    Call.to(RandomGenerator.class, "of", "getDefault"),
                    Call.to(RandomGeneratorFactory.class, "create").givenOnly(),
                    Call.to(Math.class, "random"),
                    Call.to(StrictMath.class, "random"),
                    Call.to(Collections.class, "shuffle").givenOnly(List.class),
                    Call.to(UUID.class, "randomUUID")),
            "depends on the time zone of the host",
            List.of(Call.to(ZoneId.class, "systemDefault"), Call.to(TimeZone.class, "getDefault", "setDefault")),
            "depends on the locale of the host",
            List.of(
                    Call.to(Locale.class, "getDefault", "setDefault"),
                    Call.to(String.class, "toLowerCase", "toUpperCase").givenOnly(),
                    Call.to(String.class, "format", "formatted").unlessGiven(Locale.class),
                    Call.to(Formatter.class, CONSTRUCTOR).unlessGiven(Locale.class),
                    Call.to(PrintStream.class, "format", "printf").unlessGiven(Locale.class),
                    Call.to(PrintWriter.class, "format", "printf").unlessGiven(Locale.class),
                    Call.to(DateTimeFormatter.class, "ofPattern").unlessGiven(Locale.class),
                    Call.to(SimpleDateFormat.class, CONSTRUCTOR).unlessGiven(Locale.class),
                    Call.to(NumberFormat.class, "getInstance", "getNumberInstance", "getIntegerInstance")
                            .givenOnly(),
                    Call.to(NumberFormat.class, "getPercentInstance", "getCurrencyInstance")
                            .givenOnly(),
                    Call.to(DecimalFormat.class, CONSTRUCTOR).givenOnly(),
                    Call.to(DecimalFormat.class, CONSTRUCTOR).givenOnly(String.class),
                    Call.to(Collator.class, "getInstance").givenOnly()),
            "depends on the character set of the host",
            List.of(
                    Call.to(Charset.class, "defaultCharset"),
                    Call.to(String.class, "getBytes").givenOnly(),
                    Call.to(String.class, CONSTRUCTOR).givenOnly(byte[].class),
                    Call.to(String.class, CONSTRUCTOR).givenOnly(byte[].class, int.class, int.class),
                    Call.to(ByteArrayOutputStream.class, "toString").givenOnly(),
                    Call.to(InputStreamReader.class, CONSTRUCTOR).givenOnly(InputStream.class),
                    Call.to(OutputStreamWriter.class, CONSTRUCTOR).givenOnly(OutputStream.class),
                    Call.to(PrintStream.class, CONSTRUCTOR).unlessGiven(Charset.class),
                    Call.to(PrintWriter.class, CONSTRUCTOR).givenOnly(OutputStream.class),
                    Call.to(PrintWriter.class, CONSTRUCTOR).givenOnly(OutputStream.class, boolean.class),
                    Call.to(Scanner.class, CONSTRUCTOR).givenOnly(InputStream.class)),
            "starts a thread or waits by itself",
            List.of(
                    Call.to(Thread.class, CONSTRUCTOR, "start", "startVirtualThread", "sleep"),
                    Call.to(TimeUnit.class, "sleep"),
                    Call.to(Timer.class, CONSTRUCTOR),
                    Call.to(Executors.class),
                    Call.to(ThreadPoolExecutor.class, CONSTRUCTOR),
                    Call.to(ForkJoinPool.class, CONSTRUCTOR, "commonPool"),
                    Call.to(CompletableFuture.class, "runAsync", "supplyAsync").unlessGiven(Executor.class),
                    Call.to(CompletableFuture.class, "orTimeout", "completeOnTimeout", "delayedExecutor"),
                    Call.to(Collection.class, "parallelStream"),
                    Call.to(BaseStream.class, "parallel"),
                    Call.to(Arrays.class, "parallelSort", "parallelPrefix", "parallelSetAll")));

    Purity() {
        super("depend on their arguments alone");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (OUTSIDE_WORLD
                    .matcher(dependency.getTargetClass().getBaseComponentType().getName())
                    .matches()) {
                events.add(violation("touches the outside world", dependency.getDescription()));
            }
        }
        type.getAccessesFromSelf().stream()
                .filter(JavaCodeUnitAccess.class::isInstance)
                .map(JavaCodeUnitAccess.class::cast)
                .forEach(access -> check(access, events));
    }

    private static void check(JavaCodeUnitAccess<?> access, ConditionEvents events) {
        FORBIDDEN.forEach((fault, calls) -> {
            if (calls.stream().anyMatch(call -> call.matches(access.getTarget()))) {
                events.add(violation(fault, access.getDescription()));
            }
        });
    }

    private static ConditionEvent violation(String fault, String where) {
        return SimpleConditionEvent.violated(where, where + " " + fault);
    }

    /** A call of a method, or of one of some methods, of a type or one below it; no names stand for all. */
    private record Call(Class<?> owner, List<String> names, Predicate<List<String>> parameters) {

        static Call to(Class<?> owner, String... names) {
            return new Call(owner, List.of(names), parameters -> true);
        }

        Call givenOnly(Class<?>... types) {
            List<String> only = Arrays.stream(types).map(Class::getName).toList();
            return new Call(owner, names, only::equals);
        }

        Call unlessGiven(Class<?> type) {
            return new Call(owner, names, parameters -> !parameters.contains(type.getName()));
        }

        boolean matches(CodeUnitAccessTarget target) {
            return (names.isEmpty() || names.contains(target.getName()))
                    && target.getOwner().isAssignableTo(owner)
                    && parameters.test(target.getRawParameterTypes().stream()
                            .map(JavaClass::getName)
                            .toList());
        }
    }
}
