package org.dcos.tests.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

/**
 * The texts that stand in sources, as the parser of the JDK sees them: text blocks as they are read, sums joined to
 * one text in which {@code %s} stands for what is no literal, and the pattern of a {@code "...".formatted(...)} within
 * a sum for that call.
 */
final class SourceTexts {

    /**
     * One text.
     *
     * @param text   the literal or the joined sum
     * @param place  file and line
     * @param around what it is an argument of, from the inside out: names of methods with their receivers, and of
     *               classes with {@code new} before
     * @param within whether it is put into another text: operand of its sum, or argument beside it in one call
     */
    record SourceText(String text, String place, List<String> around, Optional<String> within) {}

    static List<SourceText> of(List<Path> files) {
        var found = new ArrayList<SourceText>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Reader(unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources", e);
        }
        return found;
    }

    private static final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<SourceText> found;

        Reader(CompilationUnitTree unit, SourcePositions positions, List<SourceText> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void none) {
            return none;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getValue() instanceof String text) {
                add(literal, text);
            }
            return none;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void none) {
            if (!isText(sum)) {
                return super.visitBinary(sum, none);
            }
            add(sum, joined(sum));
            others(sum);
            return none;
        }

        /** Scans the operands of a sum that are no literals: they may hold texts of their own. */
        private void others(Tree operand) {
            if (operand instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                others(sum.getLeftOperand());
                others(sum.getRightOperand());
            } else if (operand instanceof ParenthesizedTree inner) {
                others(inner.getExpression());
            } else if (operand instanceof MethodInvocationTree call && pattern(call).isPresent()) {
                call.getArguments().forEach(argument -> scan(argument, null));
            } else if (!(operand instanceof LiteralTree)) {
                scan(operand, null);
            }
        }

        private void add(Tree tree, String text) {
            var line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            found.add(new SourceText(text, Repository.name(Path.of(unit.getSourceFile().toUri())) + ":" + line,
                    around(), within(tree)));
        }

        private List<String> around() {
            var around = new ArrayList<String>();
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof MethodInvocationTree call && pattern(call).isEmpty()) {
                    around.add(call.getMethodSelect().toString());
                } else if (path.getLeaf() instanceof NewClassTree made) {
                    around.add("new " + made.getIdentifier());
                }
            }
            return around;
        }

        /** The text that this one is a part of, or stands beside and after as an argument. */
        private Optional<String> within(Tree tree) {
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                var leaf = path.getLeaf();
                if (leaf != tree && leaf instanceof BinaryTree sum && isText(sum) && !(tree instanceof BinaryTree)) {
                    return Optional.of(joined(sum));
                }
                if (leaf instanceof MethodInvocationTree call && pattern(call).isPresent()
                        && !contains(call.getMethodSelect(), tree)) {
                    return pattern(call);
                }
                if (leaf instanceof MethodInvocationTree call) {
                    return call.getArguments().stream().filter(argument -> !contains(argument, tree))
                            .filter(Reader::isText).map(Reader::joined).filter(text -> text.contains("%")).findFirst();
                }
                if (leaf instanceof NewClassTree) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        private boolean contains(Tree outer, Tree inner) {
            return positions.getStartPosition(unit, outer) <= positions.getStartPosition(unit, inner)
                    && positions.getEndPosition(unit, inner) <= positions.getEndPosition(unit, outer);
        }

        private static boolean isText(Tree tree) {
            return switch (tree) {
                case LiteralTree literal -> literal.getValue() instanceof String;
                case ParenthesizedTree inner -> isText(inner.getExpression());
                case BinaryTree sum -> sum.getKind() == Tree.Kind.PLUS
                        && (isText(sum.getLeftOperand()) || isText(sum.getRightOperand()));
                case MethodInvocationTree call -> pattern(call).isPresent();
                default -> false;
            };
        }

        private static String joined(Tree tree) {
            return switch (tree) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner when isText(inner) -> joined(inner.getExpression());
                case BinaryTree sum when isText(sum) -> joined(sum.getLeftOperand()) + joined(sum.getRightOperand());
                case MethodInvocationTree call -> pattern(call).orElse("%s");
                default -> "%s";
            };
        }

        /** What is filled in by {@code "...".formatted(...)} or {@code String.format(locale, "...", ...)}. */
        private static Optional<String> pattern(MethodInvocationTree call) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                ExpressionTree receiver = select.getExpression();
                if (select.getIdentifier().contentEquals("formatted") && isText(receiver)) {
                    return Optional.of(joined(receiver));
                }
                if (select.toString().equals("String.format")) {
                    return call.getArguments().stream().filter(Reader::isText).map(Reader::joined).findFirst();
                }
            }
            return Optional.empty();
        }
    }

    private SourceTexts() {}
}
