package org.dcos.ui.parts;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.domain.Page;
import org.dcos.domain.ServerCore;
import org.dcos.domain.connection.Connection;
import org.dcos.domain.connection.ConnectionState;
import org.dcos.domain.event.Events;
import org.dcos.domain.event.NumberedEvent;

/** A connection whose services answer by method name as the test says; else with nothing. */
public final class FakeConnection implements Connection {

    private final Map<String, Function<Object[], Object>> answers = new LinkedHashMap<>();

    /** What a method of any service answers, or of one: {@code Inventory.racks}. */
    public FakeConnection answer(String method, Function<Object[], Object> answer) {
        answers.put(method, answer);
        return this;
    }

    public static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, items.size());
    }

    @Override
    public String name() {
        return "dc-1:8443";
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public ServerCore serverCore() {
        return service(ServerCore.class);
    }

    private <T> T service(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (_, method, arguments) -> {
                    String full = type.getSimpleName() + "." + method.getName();
                    return answer(method.getReturnType(), answers.containsKey(full) ? full : method.getName(),
                            arguments);
                }));
    }

    private Object answer(Class<?> type, String method, Object[] arguments) {
        if (type.equals(Events.class)) {
            return (Events) FakeConnection::subscribe;
        }
        if (answers.containsKey(method) && (arguments != null || !type.isInterface())) {
            return answers.get(method).apply(arguments);
        }
        if (type.equals(Page.class)) {
            return page(List.of());
        }
        if (type.equals(Optional.class)) {
            return Optional.empty();
        }
        if (type.equals(List.class)) {
            return List.of();
        }
        return type.isInterface() ? service(type) : null;
    }

    private static Events.Subscription subscribe(OptionalLong after, Consumer<NumberedEvent> listener) {
        return () -> {};
    }

    @Override
    public ConnectionState state() {
        return new ConnectionState.Connected(Instant.EPOCH, "0.1.0");
    }

    @Override
    public AutoCloseable onState(Consumer<ConnectionState> listener) {
        listener.accept(state());
        return () -> {};
    }

    @Override
    public void close() {
        // nothing is open
    }
}
