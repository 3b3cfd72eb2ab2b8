export { FileCell as Cell, FileField as Input } from '../../client/widgets/file-field.tsx';
