package org.dcos.net.dhcp.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of the C library of Linux that sockets need. Each answers as the kernel does: not negative on success, else
 * the negative error number. The memory for the error number belongs to the caller, so one instance serves all threads.
 */
@SuppressWarnings("restricted") // to call the C library is what this class is for
public final class Libc {

    /** Where the numbers in {@link Linux} are those of the kernel: its generic ones, and little-endian. */
    private static final Set<String> PROCESSORS = Set.of("amd64", "aarch64", "riscv64", "loongarch64");

    private static final StructLayout ERROR_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERROR = ERROR_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle socket;
    private final MethodHandle bind;
    private final MethodHandle option;
    private final MethodHandle sendTo;
    private final MethodHandle receiveFrom;
    private final MethodHandle poll;
    private final MethodHandle close;

    private Libc(SymbolLookup symbols) {
        socket = handle(symbols, "socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        bind = handle(symbols, "bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
        option = handle(symbols, "setsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS,
                JAVA_INT));
        sendTo = handle(symbols, "sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT,
                ADDRESS, JAVA_INT));
        receiveFrom = handle(symbols, "recvfrom", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG,
                JAVA_INT, ADDRESS, ADDRESS));
        poll = handle(symbols, "poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
        close = handle(symbols, "close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    }

    /** The C library of this machine; empty where it is not that of a Linux whose numbers are known. */
    public static Optional<Libc> find() {
        return find(System.getProperty("os.name", ""), System.getProperty("os.arch", ""),
                name -> Linker.nativeLinker().defaultLookup().find(name));
    }

    static Optional<Libc> find(String system, String processor, SymbolLookup symbols) {
        if (!system.equals("Linux") || !PROCESSORS.contains(processor)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Libc(symbols));
        } catch (UnsupportedOperationException | MissingSymbol | IllegalCallerException _) {
            return Optional.empty(); // no linker, another C library, or native access is denied to this JVM
        }
    }

    private static MethodHandle handle(SymbolLookup symbols, String name, FunctionDescriptor type) {
        var symbol = symbols.find(name).orElseThrow(MissingSymbol::new);
        return Linker.nativeLinker().downcallHandle(symbol, type, Linker.Option.captureCallState("errno"));
    }

    /** Memory that a caller provides for the error number of its calls. */
    static StructLayout errorLayout() {
        return ERROR_LAYOUT;
    }

    int socket(MemorySegment error, int family, int type, int protocol) {
        try {
            return result((int) socket.invokeExact(error, family, type, protocol), error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int bind(MemorySegment error, int descriptor, MemorySegment address, int length) {
        try {
            return result((int) bind.invokeExact(error, descriptor, address, length), error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int setOption(MemorySegment error, int descriptor, int level, int name, MemorySegment value) {
        try {
            return result((int) option.invokeExact(error, descriptor, level, name, value, (int) value.byteSize()),
                    error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int sendTo(MemorySegment error, int descriptor, MemorySegment data, long length, MemorySegment address) {
        try {
            long sent = (long) sendTo.invokeExact(error, descriptor, data, length, Linux.MSG_DONTWAIT, address,
                    (int) address.byteSize());
            return result((int) sent, error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int receiveFrom(MemorySegment error, int descriptor, MemorySegment data, MemorySegment address,
            MemorySegment addressLength) {
        try {
            long received = (long) receiveFrom.invokeExact(error, descriptor, data, data.byteSize(), Linux.MSG_DONTWAIT,
                    address, addressLength);
            return result((int) received, error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int poll(MemorySegment error, MemorySegment descriptors, long count, int milliseconds) {
        try {
            return result((int) poll.invokeExact(error, descriptors, count, milliseconds), error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int close(MemorySegment error, int descriptor) {
        try {
            return result((int) close.invokeExact(error, descriptor), error);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static int result(int returned, MemorySegment error) {
        return returned >= 0 ? returned : -(int) ERROR.get(error, 0L);
    }

    /** A call of C throws nothing: what comes here is a wrong argument of ours, or the JVM at its end. */
    private static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case RuntimeException bug -> bug;
            default -> new IllegalStateException(thrown);
        };
    }

    private static final class MissingSymbol extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
