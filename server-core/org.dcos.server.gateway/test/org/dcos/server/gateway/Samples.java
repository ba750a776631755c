package org.dcos.server.gateway;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.metric.RangeQuery;
import org.dcos.domain.metric.SeriesKey;

/** Values of any type of the domain, drawn from a seed. */
final class Samples {

    private static final List<String> TEXTS = List.of("", "srv-a01-01", "00042", "上海 A 机房", "a\"b\\c\nd\te",
            "x=1&y=2 +%/?#", "°C", "😀",
            "{\"type\":\"x\"}", "data: no\n\nevent: none");

    private final Random random;

    private final boolean answers;

    /** Of requests. */
    Samples(long seed) {
        this(seed, false);
    }

    private Samples(long seed, boolean answers) {
        this.random = new Random(seed);
        this.answers = answers;
    }

    /** Of answers, in which an optional secret is left out: it is given once and never told again. */
    static Samples ofAnswers(long seed) {
        return new Samples(seed, true);
    }

    Object of(Type type) {
        return type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
    }

    private Object generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type first = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            return random.nextBoolean() && !(answers && first == Secret.class) ? Optional.of(of(first))
                    : Optional.empty();
        }
        if (raw == Page.class) {
            List<Object> items = list(first);
            int offset = random.nextInt(100);
            return new Page<>(items, offset, items.size() + random.nextLong(100));
        }
        if (raw == List.class) {
            return list(first);
        }
        if (raw == Set.class) {
            return Set.copyOf(list(first));
        }
        return labels();
    }

    private List<Object> list(Type item) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> of(item)).toList();
    }

    private SortedMap<String, String> labels() {
        var labels = new TreeMap<String, String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            labels.put("label" + i, text());
        }
        return labels;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Object plain(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isSealed()) {
            Class<?>[] cases = type.getPermittedSubclasses();
            return plain(cases[random.nextInt(cases.length)]);
        }
        return switch (type) {
            case Class<?> t when t == String.class -> text();
            case Class<?> t when t == UUID.class -> new UUID(random.nextLong(), random.nextLong());
            case Class<?> t when t == boolean.class || t == Boolean.class -> random.nextBoolean();
            case Class<?> t when t == int.class || t == Integer.class -> random.nextInt();
            case Class<?> t when t == long.class || t == Long.class -> random.nextLong();
            case Class<?> t when t == double.class || t == Double.class -> random.nextGaussian() * 1000;
            case Class<?> t when t == OptionalInt.class ->
                    random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
            case Class<?> t when t == Instant.class ->
                    Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
            case Class<?> t when t == Duration.class -> Duration.ofMillis(random.nextInt(10_000_000));
            case Class<?> t when t == Secret.class -> Secret.of(text() + "long enough");
            case Class<?> t when t == byte[].class -> bytes();
            case Class<?> t when t == LocalDate.class -> LocalDate.ofEpochDay(random.nextInt(50_000));
            case Class<?> t when t == Mounting.class -> new Mounting(new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(80) / 2.0, random.nextInt(8) / 2.0, (Face) of(Face.class), random.nextBoolean());
            case Class<?> t when t == PageRequest.class ->
                    new PageRequest(random.nextInt(1000), 1 + random.nextInt(PageRequest.MAX_LIMIT));
            case Class<?> t when t == SeriesKey.class ->
                    SeriesKey.of("metric_" + random.nextInt(9), Map.copyOf(labels()));
            case Class<?> t when t == RangeQuery.class -> new RangeQuery("metric", labels(), Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(1 + random.nextInt(10_000)), Duration.ofSeconds(random.nextInt(60)));
            case Class<?> t when t.isRecord() -> record(t);
            default -> throw new IllegalStateException("No sample of " + type);
        };
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(5000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> of(c.getGenericType())).toArray();
        try {
            return type.getConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type, e);
        }
    }
}
