package org.dcos.server.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.power.BootDevice;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.sensor.SensorReading;

/** BMCs by address, that answer as the test says. */
class FakeDriver implements BmcDriver {

    final Map<String, PowerState> power = new ConcurrentHashMap<>();
    final Map<String, List<SensorReading>> sensors = new ConcurrentHashMap<>();
    final Map<String, BmcFailure.Kind> failing = new ConcurrentHashMap<>();
    final Set<String> refusingSensors = ConcurrentHashMap.newKeySet();
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    Runnable duringSensors = () -> {};
    private final List<String> calls = new ArrayList<>();
    private final Set<String> talking = new HashSet<>();

    @Override
    public PowerState powerState(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        try (var _ = begin("power", bmc)) {
            return power.getOrDefault(bmc.address(), PowerState.ON);
        }
    }

    @Override
    public List<SensorReading> sensors(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        try (var _ = begin("sensors", bmc)) {
            duringSensors.run();
            if (refusingSensors.contains(bmc.address())) {
                throw new BmcFailure(BmcFailure.Kind.REFUSED, "no right to read sensors", null);
            }
            return sensors.getOrDefault(bmc.address(), List.of());
        }
    }

    private interface Talk extends AutoCloseable {
        @Override
        void close();
    }

    private Talk begin(String what, BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        synchronized (this) {
            calls.add(what + " " + bmc.address());
            if (!talking.add(bmc.address())) {
                throw new IllegalStateException("two conversations with " + bmc.address());
            }
        }
        meanwhile(bmc);
        synchronized (this) {
            talking.remove(bmc.address());
        }
        if (broken.contains(bmc.address())) {
            throw new IllegalStateException("a bug in the driver");
        }
        if (failing.containsKey(bmc.address())) {
            throw new BmcFailure(failing.get(bmc.address()), "no answer from " + bmc.address(), null);
        }
        return () -> {};
    }

    /** Runs while the conversation is under way. */
    void meanwhile(BmcEndpoint bmc) throws InterruptedException {}

    synchronized List<String> takeCalls() {
        var taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Override
    public boolean ping(String address, int port, Duration wait) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BmcIdentity identify(BmcEndpoint bmc) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void power(BmcEndpoint bmc, PowerAction action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void identifyLed(BmcEndpoint bmc, Duration time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bootDevice(BmcEndpoint bmc, BootDevice device, boolean persistent, boolean uefi) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forget(String address, int port) {}
}
