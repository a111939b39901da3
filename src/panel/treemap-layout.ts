import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from 'd3-hierarchy';
import type { CostFile, CostFolder, CostRest } from '../protocol/cost-tree.ts';

type CostNode = CostFolder | CostFile | CostRest;

/** A rectangle of the map, in pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Tile extends Rectangle {
  readonly node: CostFile | CostRest;
  readonly folder: string;
}

export interface FolderFrame extends Rectangle {
  readonly folder: CostFolder;
}

export interface TreemapLayout {
  /** From the outside in. */
  readonly frames: readonly FolderFrame[];
  /** In reading order: by folder, the dearest first. */
  readonly tiles: readonly Tile[];
}

/** Height of a folder's heading, pixels. */
const headingHeight = 20;
const deepestHeading = 2;
const smallestTile = 2;

/** Lays the cost of the code out as nested rectangles whose areas are costs. */
export function layOutTreemap(root: CostFolder, width: number, height: number): TreemapLayout {
  const tree = hierarchy<CostNode>(root, (node) => (node.kind === 'folder' ? node.children : undefined))
    .sum((node) => (node.kind === 'folder' ? 0 : node.leaveEur))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laidOut = treemap<CostNode>()
    .tile(treemapSquarify.ratio(1.3))
    .size([width, height])
    .paddingInner(3)
    .paddingTop((node) => (hasHeading(node) ? headingHeight : 0))
    .paddingRight((node) => (hasHeading(node) ? 3 : 0))
    .paddingBottom((node) => (hasHeading(node) ? 3 : 0))
    .paddingLeft((node) => (hasHeading(node) ? 3 : 0))
    .round(true)(tree);
  return { frames: laidOut.descendants().flatMap(frameOf), tiles: laidOut.leaves().flatMap(tileOf) };
}

type PlacedNode = HierarchyRectangularNode<CostNode>;

function hasHeading(node: PlacedNode): boolean {
  if (node.depth === 0 || node.depth > deepestHeading || node.data.kind !== 'folder') return false;
  return node.x1 - node.x0 > 60 && node.y1 - node.y0 > 44;
}

function frameOf(node: PlacedNode): FolderFrame[] {
  return node.data.kind === 'folder' && hasHeading(node) ? [{ ...rectangleOf(node), folder: node.data }] : [];
}

function tileOf(node: PlacedNode): Tile[] {
  const rectangle = rectangleOf(node);
  if (node.data.kind === 'folder' || rectangle.width < smallestTile || rectangle.height < smallestTile) return [];
  const parent = node.parent?.data;
  return [{ ...rectangle, node: node.data, folder: parent?.kind === 'folder' ? parent.path : '' }];
}

function rectangleOf({ x0, y0, x1, y1 }: PlacedNode): Rectangle {
  return { left: x0, top: y0, width: x1 - x0, height: y1 - y0 };
}
