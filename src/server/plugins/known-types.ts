/** Names of types, listed only when a document has one that is unknown: graphql's own rule lists those of the schema for each document. */
import {
  type ASTVisitFn,
  type ASTVisitor,
  getEnterLeaveForKind,
  Kind,
  KnownTypeNamesRule,
  type NamedTypeNode,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Finds the same, and says it in the same words. Stands in front of what decides whether a document is validated at all. */
export const useKnownTypes = (): Plugin => ({
  onValidate: ({ validateFn, setValidationFn }) =>
    setValidationFn((schema, document, rules: readonly ValidationRule[] = specifiedRules, ...more) =>
      validateFn(schema, document, rules.map(sparing), ...more),
    ),
});

const sparing = (rule: ValidationRule): ValidationRule => (rule === KnownTypeNamesRule ? knownTypeNames : rule);

/** Graphql's rule looks at nothing else, either. */
const knownTypeNames = (context: ValidationContext): ASTVisitor => {
  let whole: ASTVisitFn<NamedTypeNode> | undefined;
  const enter: ASTVisitFn<NamedTypeNode> = (node, ...where) => {
    if (context.getSchema().getType(node.name.value)) return undefined;
    whole ??= getEnterLeaveForKind(KnownTypeNamesRule(context), Kind.NAMED_TYPE).enter as ASTVisitFn<NamedTypeNode>;
    return whole(node, ...where);
  };
  return { NamedType: enter };
};
