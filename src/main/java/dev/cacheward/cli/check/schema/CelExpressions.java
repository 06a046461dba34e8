package dev.cacheward.cli.check.schema;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CEL with the functions on quantities and texts that Kubernetes adds, as far as the rules use them. A quantity is held as text. What this
 * cannot tell is the cost budget; the API server does when the CRD is installed.
 */
public final class CelExpressions {
    private static final Pattern QUANTITY =
            Pattern.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");

    private static final Set<CelStringExtensions.Function> TEXTS = Set.of(
            CelStringExtensions.Function.JOIN,
            CelStringExtensions.Function.LOWER_ASCII,
            CelStringExtensions.Function.REPLACE,
            CelStringExtensions.Function.SPLIT);

    private static final Cel CEL = CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(CelExtensions.strings(TEXTS))
            .addRuntimeLibraries(CelExtensions.strings(TEXTS))
            .addVar("self", SimpleType.DYN)
            .addVar("oldSelf", SimpleType.DYN)
            .addFunctionDeclarations(
                    CelFunctionDecl.newFunctionDeclaration(
                            "find",
                            CelOverloadDecl.newMemberOverload(
                                    "find_first", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "findAll",
                            CelOverloadDecl.newMemberOverload(
                                    "find_all",
                                    ListType.create(SimpleType.STRING),
                                    SimpleType.STRING,
                                    SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "isQuantity",
                            CelOverloadDecl.newGlobalOverload("is_quantity", SimpleType.BOOL, SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "quantity",
                            CelOverloadDecl.newGlobalOverload("to_quantity", SimpleType.STRING, SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "compareTo",
                            CelOverloadDecl.newMemberOverload(
                                    "compare_quantities", SimpleType.INT, SimpleType.STRING, SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "isGreaterThan",
                            CelOverloadDecl.newMemberOverload(
                                    "greater_quantity", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
            .addFunctionBindings(
                    CelFunctionBinding.from(
                            "find_first",
                            String.class,
                            String.class,
                            (text, pattern) -> found(text, pattern).findFirst().orElse("")),
                    CelFunctionBinding.from(
                            "find_all",
                            String.class,
                            String.class,
                            (text, pattern) -> found(text, pattern).toList()),
                    CelFunctionBinding.from(
                            "is_quantity",
                            String.class,
                            text -> QUANTITY.matcher(text).matches()),
                    CelFunctionBinding.from("to_quantity", String.class, text -> text),
                    CelFunctionBinding.from("compare_quantities", String.class, String.class, (one, other) ->
                            (long) amount(one).compareTo(amount(other))),
                    CelFunctionBinding.from(
                            "greater_quantity",
                            String.class,
                            String.class,
                            (one, other) -> amount(one).compareTo(amount(other)) > 0))
            .build();

    /** Compiling takes far longer than evaluating. */
    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

    /**
     * Evaluates an expression.
     *
     * @param variables {@code self} and, for rules about a change, {@code oldSelf}, as plain maps, lists, texts, longs, doubles and
     *     booleans
     * @throws IllegalArgumentException if the expression is wrong, or does not fit the values
     */
    public Object evaluate(String expression, Map<String, Object> variables) {
        try {
            return programs.computeIfAbsent(expression, CelExpressions::compile).eval(variables);
        } catch (CelEvaluationException broken) {
            throw new IllegalArgumentException(expression + " on " + variables + ": " + broken.getMessage(), broken);
        }
    }

    private static CelRuntime.Program compile(String expression) {
        try {
            return CEL.createProgram(CEL.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalArgumentException(expression + ": " + broken.getMessage(), broken);
        }
    }

    private static Stream<String> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group);
    }

    private static BigDecimal amount(String quantity) {
        return Quantity.parse(quantity).getNumericalAmount();
    }
}
