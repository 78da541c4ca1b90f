"""One fact found in a tree: which word heads it, and which words express it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claims.nlp.parsing.tree import VERBAL_CHILDREN, Mask, Tree

# "CHF 198m": a scale that the tagger takes for a verb
MILLIONS = frozenset({"m", "bn", "mn", "k"})
CLAUSES = frozenset({"advcl", "acl:relcl", "ccomp"})
# what is told of a noun or of another verb's subject, and the clauses that it may hold
TOLD_OF = frozenset({"appos", "advcl", "parataxis", "amod"})
OWN_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj"})


@dataclass(frozen=True)
class Statement:
    """`mask` holds word indexes of `tree`; `head` is the predicate, apposition or titled name."""

    tree: Tree
    head: int
    mask: Mask

    @property
    def role(self) -> str:
        """The head's label in the tree."""
        return self.tree.labels[self.head]

    @property
    def main(self) -> int:
        """The verb that the claim hangs on: its head, or the one above it in the mask."""
        tree, found = self.tree, self.head
        for node in tree.paths[self.head][:-1]:
            governor = tree.heads[node]
            joined = tree.labels[node] in ("conj", "xcomp")
            if tree.labels[node] == "acl:relcl":  # "non è X che ha firmato"
                joined = any(i in self.mask for i in tree.dependents(governor, "cop"))
            if not joined and (tree.is_clausal[node] or governor not in self.mask):
                break
            if governor in self.mask and tree.is_verbal[governor]:
                found = governor
        return found

    @property
    def predicate(self) -> Mask:
        """The words of the mask that hang on the head."""
        return self.mask & self.tree.subtrees[self.head]

    @property
    def outside(self) -> Mask:
        """The words of the mask that don't: a shared subject, an antecedent."""
        return self.mask - self.tree.subtrees[self.head]

    @cached_property
    def finite(self) -> frozenset[int]:
        """The finite verbs of the claim that lie in no relative clause of one of its nouns."""
        tree = self.tree
        above = {tree.heads[i] for i in self.mask}
        signs = {i for i in above if not tree.is_word[i]}  # "è stata del 61%"
        carriers = self.mask | self.first_conjuncts() | signs
        # "precisando che X vale Y": the verb of what a gerund tells doesn't make it finite
        told = tree.subtrees[self.head] if self.is_bare_gerund else frozenset()
        if self.role == "acl" and not self.is_finite(self.head):
            told = tree.subtrees[self.head]
        elif self.role in TOLD_OF and not self.is_finite(self.head):
            told |= self.clauses_below()
        return frozenset(
            i
            for i in self.mask - told
            if self.is_finite(i)
            and tree.forms[i] not in MILLIONS
            and (
                tree.labels[i] not in VERBAL_CHILDREN
                or tree.heads[i] in carriers
                or not tree.is_word[tree.heads[i]]  # "turnout was 71%"
            )
            and self.may_act(i)
            and not any(
                tree.labels[node] == "acl:relcl" and tree.heads[node] in self.mask
                for node in tree.paths[i]
            )
        )

    def may_act(self, word: int) -> bool:
        """Whether a verb may make the claim finite: an English noun alone ("the highest since
        records began") has the verb that it hangs on, no other."""
        tree = self.tree
        if tree.language != "en" or tree.is_clausal[self.head] or tree.pos[self.head] == "ADV":
            return True
        verb = tree.heads[word] if tree.labels[word] in VERBAL_CHILDREN else word
        above = tree.paths[verb]
        if self.head not in above:
            joined = self.role == tree.labels[verb] == "conj"  # torn apart by the parser
            beside = joined and tree.heads[verb] == tree.heads[self.head]
            return beside or self.head in tree.subtrees[verb]
        return not any(tree.labels[i] in CLAUSES for i in above[: above.index(self.head)])

    @property
    def is_bare_gerund(self) -> bool:
        """Whether the head is a gerund, whatever verbs it tells of ("precisando che")."""
        tree = self.tree
        gerund = "VerbForm=Ger" in tree.morphs[self.head]
        if tree.language == "en":
            gerund = tree.forms[self.head].endswith("ing") and self.role == "advcl"
            gerund = gerund and tree.has(self.head, "ccomp", "advcl")
        return gerund and not self.is_finite(self.head)

    def clauses_below(self) -> Mask:
        """The words of the head's own clauses: "il valore più alto da quando si misura"."""
        tree = self.tree
        clauses = (
            i for i in tree.subtrees[self.head] - {self.head} if tree.labels[i] in OWN_CLAUSES
        )
        return frozenset[int]().union(*(tree.subtrees[i] for i in clauses))

    def first_conjuncts(self) -> frozenset[int]:
        """The predicates that the head is joined to: it may lean on their auxiliary."""
        tree, word, found = self.tree, self.head, set()
        while tree.labels[word] == "conj":
            word = tree.heads[word]
            found.add(word)
        return frozenset(found)

    def is_finite(self, word: int) -> bool:
        """Finite itself, or by an auxiliary or copula among the claim's words."""
        tree = self.tree
        if tree.pos[word] in ("VERB", "AUX") and "VerbForm=Fin" in tree.morphs[word]:
            return True
        return any(
            tree.labels[child] in VERBAL_CHILDREN and "VerbForm=Fin" in tree.morphs[child]
            for child in tree.children[word]
            if child in self.mask
        )
