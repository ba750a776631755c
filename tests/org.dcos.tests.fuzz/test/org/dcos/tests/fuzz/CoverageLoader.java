package org.dcos.tests.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Loads the decoders with a call of {@link Coverage#block} at the begin of each block of their code. */
final class CoverageLoader extends ClassLoader {

    private static final String DECODERS = "org.dcos.net.";
    private static final String TARGETS = Target.class.getPackageName() + ".decoder.";
    private static final ClassDesc COVERAGE = ClassDesc.of(Coverage.class.getName());
    private static final MethodTypeDesc BLOCK = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    CoverageLoader() {
        super("decoders", CoverageLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(DECODERS) && !name.startsWith(TARGETS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            byte[] noted = name.startsWith(DECODERS) ? noted(code) : code;
            return defineClass(name, noted, 0, noted.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static byte[] noted(byte[] code) {
        var file = ClassFile.of();
        return file.transformClass(file.parse(code),
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Noting::new)));
    }

    /** Where control comes to: the method's begin, each label, and behind each branch that was not taken. */
    private static final class Noting implements CodeTransform {

        @Override
        public void atStart(CodeBuilder builder) {
            note(builder);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
            if (element instanceof LabelTarget
                    || element instanceof BranchInstruction branch && isConditional(branch)) {
                note(builder);
            }
        }

        private static boolean isConditional(BranchInstruction branch) {
            return switch (branch.opcode()) {
                case GOTO, GOTO_W -> false;
                default -> true;
            };
        }

        private static void note(CodeBuilder builder) {
            builder.loadConstant(NUMBERS.next()).invokestatic(COVERAGE, "block", BLOCK);
        }
    }

    private static final Numbers NUMBERS = new Numbers();

    /** Far apart and the same in every run, as long as classes are loaded in the same order. */
    private static final class Numbers {
        private int last;

        int next() {
            last = last * 1_664_525 + 1_013_904_223;
            return last >>> 8 & 0xFFFF;
        }
    }
}
