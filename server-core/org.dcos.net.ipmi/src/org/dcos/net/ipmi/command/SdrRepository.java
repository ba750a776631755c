package org.dcos.net.ipmi.command;

import org.dcos.net.ipmi.wire.Command;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/** The commands that read sensor data records, from the SDR repository or from a controller's own device SDRs. */
public final class SdrRepository {

    /** Record ID of the first record, and in an answer... (IPMI v2.0 r1.1 §33.12). */
    public static final int FIRST_RECORD = 0x0000;

    /** ...the "next record ID" of the last one. */
    public static final int NO_MORE_RECORDS = 0xFFFF;

    /** "Read the whole record" (§33.12). */
    public static final int WHOLE_RECORD = 0xFF;

    /**
     * State of the repository (§33.9, table 33-3).
     *
     * @param version       SDR version, 51h
     * @param freeBytes     FFFFh: 64 KB or more
     * @param lastAddition  seconds since 1970, compared but not believed
     * @param lastErase     seconds since 1970, compared but not believed
     * @param operations    bit 1: reserve supported; bit 7: overflow
     */
    public record Info(int version, int records, int freeBytes, int lastAddition, int lastErase, int operations) {

        private static final int LENGTH = 14;

        public byte[] encode() {
            return Answers.write(LENGTH).put((byte) version).putShort((short) records).putShort((short) freeBytes)
                    .putInt(lastAddition).putInt(lastErase).put((byte) operations).array();
        }

        static Info decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(Command.GET_SDR_REPOSITORY_INFO, answer, LENGTH);
            return new Info(Answers.u8(in), Answers.u16(in), Answers.u16(in), in.getInt(), in.getInt(),
                    Answers.u8(in));
        }
    }

    /** Get SDR Repository Info (§33.9). */
    public record GetInfo() implements StandardRequest<Info> {
        @Override
        public Command spec() {
            return Command.GET_SDR_REPOSITORY_INFO;
        }

        @Override
        public Info decode(byte[] answer) throws MalformedIpmiMessage {
            return Info.decode(answer);
        }
    }

    /**
     * State of the device SDRs (§35.2).
     *
     * @param count      sensors of the LUN, or records when asked so
     * @param flags      bit 7: dynamic population; bits 3:0: LUNs that have sensors
     * @param population change indicator of a dynamic population, else 0
     */
    public record DeviceInfo(int count, int flags, int population) {
        public byte[] encode() {
            return Answers.write(6).put((byte) count).put((byte) flags).putInt(population).array();
        }
    }

    /** Get Device SDR Info, number of records (§35.2). */
    public record GetDeviceInfo() implements StandardRequest<DeviceInfo> {
        @Override
        public Command spec() {
            return Command.GET_DEVICE_SDR_INFO;
        }

        @Override
        public byte[] data() {
            return new byte[] {1}; // operation: SDR count
        }

        @Override
        public DeviceInfo decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 2);
            return new DeviceInfo(Answers.u8(in), Answers.u8(in), in.remaining() >= 4 ? in.getInt() : 0);
        }
    }

    /** Reserve SDR Repository (§33.11), Reserve Device SDR Repository (§35.4); the answer is the reservation. */
    public record Reserve(boolean device) implements StandardRequest<Integer> {
        @Override
        public Command spec() {
            return device ? Command.RESERVE_DEVICE_SDR_REPOSITORY : Command.RESERVE_SDR_REPOSITORY;
        }

        @Override
        public Integer decode(byte[] answer) throws MalformedIpmiMessage {
            return Answers.u16(Answers.read(spec(), answer, 2));
        }
    }

    /** A part of a record, and the ID of the next one. */
    public record Part(int nextRecord, byte[] data) {
        public Part {
            data = data.clone();
        }

        @Override
        public byte[] data() {
            return data.clone();
        }

        public byte[] encode() {
            return Answers.write(2 + data.length).putShort((short) nextRecord).put(data).array();
        }
    }

    /**
     * Get SDR (§33.12), Get Device SDR (§35.3).
     *
     * @param device      the controller's own records, not the repository
     * @param reservation needed when {@code offset} is not 0
     * @param count       bytes to read, {@link #WHOLE_RECORD} for all
     */
    public record Get(boolean device, int reservation, int recordId, int offset, int count)
            implements StandardRequest<Part> {

        private static final int LENGTH = 6;

        @Override
        public Command spec() {
            return device ? Command.GET_DEVICE_SDR : Command.GET_SDR;
        }

        @Override
        public byte[] data() {
            return Answers.write(LENGTH).putShort((short) reservation).putShort((short) recordId).put((byte) offset)
                    .put((byte) count).array();
        }

        @Override
        public Part decode(byte[] answer) throws MalformedIpmiMessage {
            var in = Answers.read(spec(), answer, 2);
            return new Part(Answers.u16(in), Answers.rest(in));
        }

        /** Reads the request, at the controller's end. */
        public static Get of(boolean device, byte[] data) throws MalformedIpmiMessage {
            var in = Answers.read(Command.GET_SDR, data, LENGTH);
            return new Get(device, Answers.u16(in), Answers.u16(in), Answers.u8(in), Answers.u8(in));
        }
    }

    private SdrRepository() {}
}
