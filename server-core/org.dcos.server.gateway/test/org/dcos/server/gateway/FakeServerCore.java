package org.dcos.server.gateway;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.About;
import org.dcos.domain.Page;
import org.dcos.domain.ServerCore;
import org.dcos.domain.access.Caller;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.event.Events;
import org.dcos.domain.problem.Problem;

/** A server-core whose services note what they were asked and answer with samples, or refuse with a given problem. */
final class FakeServerCore implements InvocationHandler {

    /** One call as a service saw it. */
    record Call(Method method, List<Object> arguments, Caller caller, Object answer) {}

    static final About ABOUT = new About("DCOS server-core", "0.1.0", "v1");

    final FakeEvents events = new FakeEvents();
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private volatile long seed = 1;
    private volatile Problem problem;
    private volatile RuntimeException bug;
    private volatile Call last;

    ServerCore serverCore() {
        return (ServerCore) proxy(ServerCore.class);
    }

    FakeServerCore answering(long newSeed) {
        seed = newSeed;
        problem = null;
        bug = null;
        return this;
    }

    void refusing(Problem with) {
        problem = with;
    }

    void failing(RuntimeException with) {
        bug = with;
    }

    Call last() {
        return last;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Problem {
        Class<?> type = method.getReturnType();
        if (type == About.class) {
            return ABOUT;
        }
        if (type == Events.class) {
            return events;
        }
        if (method.getDeclaringClass() == ServerCore.class) {
            return services.computeIfAbsent(type, FakeServerCore.this::proxy);
        }
        if (method.getDeclaringClass() == Object.class) {
            return "fake";
        }
        if (problem != null) {
            throw problem;
        }
        if (bug != null) {
            throw bug;
        }
        Object answer = type == void.class ? null : answer(method, arguments);
        last = new Call(method, Optional.ofNullable(arguments).map(Arrays::asList).orElse(List.of()), Caller.current(),
                answer);
        return answer;
    }

    /** Items are of the kind that was asked for. */
    private Object answer(Method method, Object[] arguments) {
        var samples = Samples.ofAnswers(seed);
        Optional<Class<?>> kind = Arrays.stream(arguments == null ? new Object[0] : arguments)
                .<Class<?>>mapMulti((argument, into) -> {
                    if (argument instanceof Kind asked) {
                        into.accept(asked.type());
                    } else if (argument instanceof Item given) {
                        into.accept(given.getClass());
                    }
                }).findFirst();
        if (kind.isPresent() && method.getReturnType() == Page.class) {
            return new Page<>(List.of(samples.of(kind.get()), samples.of(kind.get())), 0, 2);
        }
        return kind.isPresent() && method.getReturnType() == Item.class
                ? samples.of(kind.get())
                : samples.of(method.getGenericReturnType());
    }

    private Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }
}
